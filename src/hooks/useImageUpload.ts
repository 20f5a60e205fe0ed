"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { lazyModule } from "../client/lazyModule.ts";
import type { CropArea } from "../images/planResize.ts";
import type {
  InputImageFailure,
  InputImageStep,
  UploadedInputImage,
} from "../images/uploadInputImage.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { useProviderValue } from "./EaselContext.ts";

export type ImageUploadStatus = "idle" | InputImageStep | "ready" | "failed";

export interface UseImageUploadOptions {
  /** The longest side that is of use to the model, in pixels. A larger image is made smaller. @default 1024 */
  readonly maxSide?: number | undefined;
  /** Called once an image can be used as an input, with what stands for it. */
  readonly onReady?: ((uploaded: UploadedInputImage) => void) | undefined;
}

/** An image's file, or its address as text: `http(s)://…` or a data URL. */
export type ImageSource = Blob | string;

interface Settled {
  readonly status: "idle" | "ready" | "failed";
  readonly url?: string | undefined;
  readonly image?: UploadedInputImage["image"];
  readonly source?: ImageSource | undefined;
  readonly crop?: CropArea | undefined;
  readonly error?: InputImageFailure | undefined;
}

interface Running extends Omit<Settled, "status"> {
  readonly status: InputImageStep;
  readonly progress?: number | undefined;
}

export interface UseImageUploadResult {
  /** Where it stands, in one word. */
  readonly status: ImageUploadStatus;
  /** Work is under way. */
  readonly busy: boolean;
  /** What is being made ready, was made ready last, or failed. */
  readonly source: ImageSource | undefined;
  /** What goes into the model's field. The last good one stays while another is made ready, and when that fails. */
  readonly url: string | undefined;
  /** The image behind `url`, before and after. Undefined for an address, which is left to the service to fetch. */
  readonly image: UploadedInputImage["image"];
  /** The part of the source that was last asked for. */
  readonly crop: CropArea | undefined;
  /** How much of an upload has left, from 0 to 1. Undefined when nobody can tell: `fetch` doesn't say. */
  readonly progress: number | undefined;
  /** Why the last source could not be used. */
  readonly error: InputImageFailure | undefined;
  /**
   * Makes an image ready; a later call takes the place of one that is under way. Free.
   *
   * @returns what goes into the model's field; undefined when it failed or was cancelled
   */
  readonly upload: (
    source: ImageSource,
    options?: { readonly crop?: CropArea | undefined },
  ) => Promise<string | undefined>;
  /** Stops what is under way, and goes back to what was there. */
  readonly cancel: () => void;
  /** Once more with the same source. */
  readonly retry: () => void;
  /** Takes note of a failure: back to what was there. */
  readonly dismiss: () => void;
  /** Stops, and forgets the image. */
  readonly reset: () => void;
}

const uploadModule = lazyModule(() => import("../images/uploadInputImage.ts"));

const notLoaded = (cause: unknown): { readonly failure: InputImageFailure } => ({
  failure: { code: "upload", error: new EaselError("not_loaded", { cause }) },
});

const idle: Settled = { status: "idle" };

/**
 * Makes an image into an input: told by its bytes, turned upright, made as small as the model wants away from the page's
 * own thread, and uploaded through the client, or kept inline as a data URL where the backend offers no uploads. Free.
 *
 * @example
 * const { upload, status, url } = useImageUpload();
 *
 * <input
 *   type="file"
 *   onChange={({ target }) => {
 *     const file = target.files?.[0];
 *     if (file) void upload(file);
 *   }}
 * />
 */
export function useImageUpload({
  maxSide,
  onReady,
}: UseImageUploadOptions = {}): UseImageUploadResult {
  const { client, report } = useProviderValue();
  const [state, setState] = useState<Settled | Running>(idle);
  /** What to go back to. */
  const good = useRef<Settled>(idle);
  const current = useRef<AbortController>(undefined);

  const settle = useCallback((next: Settled): void => {
    current.current = undefined;
    if (next.status !== "failed") good.current = next;
    setState(next);
  }, []);

  useEffect(() => {
    uploadModule.load().catch(() => undefined);
    return () => current.current?.abort();
  }, []);

  async function upload(
    source: ImageSource,
    { crop }: { readonly crop?: CropArea | undefined } = {},
  ): Promise<string | undefined> {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const isCurrent = () => current.current === controller;
    const { url, image } = good.current;
    const running = { source, crop, url, image };
    const show = (progress: Pick<Running, "status" | "progress">) => {
      if (isCurrent()) setState({ ...running, ...progress });
    };
    show({ status: "checking" });
    try {
      const uploaded = await uploadModule.load().then(
        ({ uploadInputImage }) =>
          uploadInputImage(source, {
            client,
            maxSide,
            crop,
            signal: controller.signal,
            onStep: (status) => show({ status }),
            onProgress: (progress) => show({ status: "uploading", progress }),
          }),
        notLoaded,
      );
      if (!isCurrent()) return undefined;
      if ("failure" in uploaded) {
        settle({ ...running, status: "failed", error: uploaded.failure });
        if (uploaded.failure.error) report.error(uploaded.failure.error, { during: "upload" });
        return undefined;
      }
      settle({ ...uploaded, status: "ready", source, crop });
      onReady?.(uploaded);
      return uploaded.url;
    } catch {
      // Cancelled: whoever did that has settled it.
      return undefined;
    }
  }

  function leave(next: Settled): void {
    current.current?.abort();
    settle(next);
  }

  const busy =
    state.status === "checking" || state.status === "shrinking" || state.status === "uploading";
  return {
    status: state.status,
    busy,
    source: state.source,
    url: state.url,
    image: state.image,
    crop: state.crop,
    progress: "progress" in state ? state.progress : undefined,
    error: "error" in state ? state.error : undefined,
    upload,
    cancel: () => leave(good.current),
    retry: () => {
      const { source, crop } = state;
      if (source !== undefined) void upload(source, { crop });
    },
    dismiss: () => leave(good.current),
    reset: () => leave(idle),
  };
}
