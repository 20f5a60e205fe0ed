"use client";
import { createContext, useContext } from "react";
import type { Model } from "../../../models/defineModel.ts";
import type { EaselError } from "../../../protocol/EaselError.ts";
import { fileKind, type FileKind } from "../../../protocol/fileType.ts";
import type { GenerateStatus } from "../../../protocol/jobState.ts";
import type { JobImage } from "../../../protocol/readOutput.ts";
import type { JobResult } from "../../../protocol/wire.ts";
import { createPartContext } from "../../internals/createPartContext.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import type { Comparison, ContinueOptions } from "./continueOptions.ts";

export interface ResultNotice {
  readonly message: string;
  /** Whether the action failed. The message of a failure is visible, because the button shows only success. */
  readonly hasFailed?: boolean | undefined;
  readonly about: JobResult | undefined;
}

export interface ResultFacts extends ContinueOptions {
  readonly status: GenerateStatus;
  readonly result?: JobResult | undefined;
  readonly input?: JobInput | undefined;
  readonly model?: Model | undefined;
  readonly error?: EaselError | undefined;
  /** Called with a setting when the user applies it. Without this callback, `Details` has no buttons. */
  readonly onApply?: ((values: JobInput) => void) | undefined;
  /** Called when the user reuses the job. Fill a form with the full `input`, which includes the seed that was used. */
  readonly onReuse?: ((input: JobInput) => void) | undefined;
}

export interface ImageResultState extends Required<ResultFacts> {
  readonly prompt: string;
  /** Number of images, or of expected images while the job is pending. */
  readonly shownCount: number;
  readonly missing: ReadonlySet<string>;
  /** URLs of rendered images that haven't loaded. */
  readonly loading: ReadonlySet<string>;
  /** URLs of files of unknown type that failed to load as images. */
  readonly notImages: ReadonlySet<string>;
  /** Aspect ratio of the images (width divided by height). */
  readonly ratio: number;
}

/** Actions with a stable identity, so that state changes don't re-render parts that use only actions. */
export interface ImageResultActions {
  readonly setMissing: (url: string, isMissing: boolean) => void;
  readonly setNotImage: (url: string) => void;
  readonly setLoading: (url: string, isLoading: boolean) => void;
  readonly learnRatio: (image: HTMLImageElement) => void;
  readonly enlarge: (index: number, url: string) => void;
  /** Shows a comparison instead of the images. Without an argument, shows the images again. */
  readonly compare: (comparison?: Comparison) => void;
  readonly notify: (notice: ResultNotice) => void;
}

export const [ImageResultContext, useImageResult] = createPartContext<ImageResultState>(
  "ImageResult.Root",
  "no result",
);
export const [ImageResultActionsContext, useImageResultActions] =
  createPartContext<ImageResultActions>("ImageResult.Root", "no result");

export interface ImageIndexProps {
  /** Index of the image in the result. @default this part's position in `Grid`, or 0 */
  readonly index?: number | undefined;
}

export const ImageIndexContext = createContext(0);

/** Returns the kind of a file. A file of unknown kind that failed to load as an image counts as a video. */
export function kindOf(
  image: JobImage | undefined,
  { notImages }: Pick<ImageResultState, "notImages">,
): FileKind {
  if (!image) return "unknown";
  const kind = fileKind(image);
  return kind === "unknown" && notImages.has(image.url) ? "video" : kind;
}

export const isShownAsImage = (kind: FileKind): boolean => kind === "image" || kind === "unknown";

export function useResultImage(part: string, ownIndex: number | undefined) {
  const context = useImageResult(part);
  const place = useContext(ImageIndexContext);
  const index = ownIndex ?? place;
  const images = context.result?.images ?? [];
  const image = images[index];
  const kind = kindOf(image, context);
  return {
    ...context,
    index,
    count: images.length,
    image,
    kind,
    isImage: isShownAsImage(kind),
    isMissing: image !== undefined && context.missing.has(image.url),
    isLoading: image !== undefined && context.loading.has(image.url),
  };
}
