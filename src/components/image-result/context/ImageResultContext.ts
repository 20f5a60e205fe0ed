"use client";
import { createContext, useContext } from "react";
import type { Model } from "../../../models/defineModel.ts";
import type { EaselError } from "../../../protocol/EaselError.ts";
import { fileKind, type FileKind } from "../../../protocol/fileType.ts";
import type { GenerateStatus } from "../../../protocol/jobState.ts";
import type { JobImage } from "../../../protocol/readOutput.ts";
import type { JobResult } from "../../../protocol/wire.ts";
import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageResultState {
  readonly status: GenerateStatus;
  readonly result: JobResult | undefined;
  readonly input: JobInput | undefined;
  readonly model: Model | undefined;
  /** What the images show, for `alt` and file names. */
  readonly prompt: string;
  /** Why there is no result. */
  readonly error: EaselError | undefined;
  readonly onUse: ((values: JobInput) => void) | undefined;
  readonly onReuse: ((input: JobInput) => void) | undefined;
  /** URLs of images that failed to load. */
  readonly missing: ReadonlySet<string>;
  /** URLs of files of unknown type that failed as images. */
  readonly notImages: ReadonlySet<string>;
  /** Width divided by height. */
  readonly ratio: number;
}

/** A message about a result; dropped when another result is shown. */
export interface ResultNotice {
  readonly message: string;
  readonly about: JobResult | undefined;
}

/** Actions that stay the same for all renders. */
export interface ImageResultActions {
  readonly setMissing: (url: string, isMissing: boolean) => void;
  readonly setNotImage: (url: string) => void;
  /** Takes the ratio of an image that has loaded, if the input doesn't give it. */
  readonly learnRatio: (image: HTMLImageElement) => void;
  /** Opens an image in the zoom dialog. */
  readonly enlarge: (index: number, url: string) => void;
  /** Announces how an action ended in the result's live region. */
  readonly notify: (notice: ResultNotice) => void;
}

export const ImageResultContext = createContext<ImageResultState | undefined>(undefined);
export const ImageResultActionsContext = createContext<ImageResultActions | undefined>(undefined);

/** Index of the image that a part inside `Grid` belongs to. */
export const ImageIndexContext = createContext(0);

function inside<T>(value: T | undefined, part: string): T {
  if (value) return value;
  throw new Error(
    `Easel: <ImageResult.${part}> stands outside of <ImageResult.Root>, so it has no result to show. Put it inside.`,
  );
}

/** Returns the state of the result around a part. */
export const useImageResult = (part: string): ImageResultState =>
  inside(useContext(ImageResultContext), part);

/** Returns the actions of the result around a part. */
export const useImageResultActions = (part: string): ImageResultActions =>
  inside(useContext(ImageResultActionsContext), part);

export interface ResultImage {
  readonly index: number;
  /** Number of images. */
  readonly count: number;
  readonly image: JobImage | undefined;
  readonly kind: FileKind;
  readonly isMissing: boolean;
}

/** Returns the type of a file. An unknown one that failed as an image counts as a video. */
export function kindOf(
  image: JobImage | undefined,
  { notImages }: Pick<ImageResultState, "notImages">,
): FileKind {
  if (!image) return "unknown";
  const kind = fileKind(image);
  return kind === "unknown" && notImages.has(image.url) ? "video" : kind;
}

export const isShownAsImage = (kind: FileKind): boolean => kind === "image" || kind === "unknown";

/** Returns the image of a part: by its `index`, its place in `Grid`, or the first. */
export function useResultImage(part: string, ownIndex: number | undefined): ResultImage {
  const context = useImageResult(part);
  const { result, missing } = context;
  const place = useContext(ImageIndexContext);
  const index = ownIndex ?? place;
  const images = result?.images ?? [];
  const image = images[index];
  return {
    index,
    count: images.length,
    image,
    kind: kindOf(image, context),
    isMissing: image !== undefined && missing.has(image.url),
  };
}
