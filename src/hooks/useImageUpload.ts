"use client";
import { useEffect, useRef, useState } from "react";
import { lazyModule } from "../client/lazyModule.ts";
import type { CropArea } from "../images/planResize.ts";
import type {
  InputImageFailure,
  InputImageStep,
  UploadedInputImage,
} from "../images/uploadInputImage.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

export type ImageUploadStatus = "idle" | InputImageStep | "ready" | "failed";

export interface UseImageUploadOptions {
  /** Maximum length of the longer side after resizing, in pixels. @default 1024 */
  readonly maxSide?: number | undefined;
  readonly onReady?: ((uploaded: UploadedInputImage) => void) | undefined;
}

/** Image to upload, as a file, an `http(s)` URL, a data URL, or a `blob:` URL. */
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
  readonly status: ImageUploadStatus;
  readonly isPending: boolean;
  readonly source: ImageSource | undefined;
  /** URL to use as the model field's value. The previous URL is kept until the next image is ready. */
  readonly url: string | undefined;
  /** Prepared image. Undefined if the source is an `http(s)` URL, which only the service fetches. */
  readonly image: UploadedInputImage["image"];
  readonly crop: CropArea | undefined;
  /** Fraction of the image that has been uploaded, from 0 to 1. Undefined if the client doesn't report progress. */
  readonly progress: number | undefined;
  readonly error: InputImageFailure | undefined;
  /** Uploads an image and cancels any pending upload. Returns the URL, or undefined after a failure or cancellation. */
  readonly upload: (
    source: ImageSource,
    options?: { readonly crop?: CropArea | undefined },
  ) => Promise<string | undefined>;
  /** Cancels the pending upload and restores the previous image. */
  readonly cancel: () => void;
  readonly retry: () => void;
  /** Dismisses the error and restores the previous image. */
  readonly dismiss: () => void;
  readonly reset: () => void;
}

const uploadModule = lazyModule(() => import("../images/uploadInputImage.ts"));

const notLoaded = (cause: unknown): { readonly failure: InputImageFailure } => ({
  failure: { code: "upload", error: new EaselError("not_loaded", { cause }) },
});

const idle: Settled = { status: "idle" };

/**
 * Validates, resizes, and uploads an input image. If the image is small or the backend doesn't support uploads, `url`
 * is a data URL. Free of charge.
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
  const good = useRef<Settled>(idle);
  const current = useRef<AbortController>(undefined);

  function settle(next: Settled): void {
    current.current = undefined;
    if (next.status !== "failed") good.current = next;
    setState(next);
  }

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
      // The upload was canceled, and the function that canceled it has already set the state.
      return undefined;
    }
  }

  function leave(next: Settled): void {
    current.current?.abort();
    settle(next);
  }

  const actions = useStableActions({
    upload,
    cancel: () => leave(good.current),
    retry: () => {
      const { source, crop } = state;
      if (source !== undefined) void upload(source, { crop });
    },
    dismiss: () => leave(good.current),
    reset: () => leave(idle),
  });

  const { status } = state;
  return {
    ...actions,
    status,
    isPending: status === "checking" || status === "shrinking" || status === "uploading",
    source: state.source,
    url: state.url,
    image: state.image,
    crop: state.crop,
    progress: "progress" in state ? state.progress : undefined,
    error: "error" in state ? state.error : undefined,
  };
}
