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
  /** For `alt` and file names. */
  readonly prompt: string;
  readonly error: EaselError | undefined;
  readonly onUse: ((values: JobInput) => void) | undefined;
  readonly onReuse: ((input: JobInput) => void) | undefined;
  /** URLs that failed to load. */
  readonly missing: ReadonlySet<string>;
  /** URLs of unknown type that failed as images. */
  readonly notImages: ReadonlySet<string>;
  /** Width divided by height. */
  readonly ratio: number;
}

export interface ResultNotice {
  readonly message: string;
  readonly about: JobResult | undefined;
}

/** Actions that stay the same for all renders. */
export interface ImageResultActions {
  readonly setMissing: (url: string, isMissing: boolean) => void;
  readonly setNotImage: (url: string) => void;
  /** Used if the input doesn't give the ratio. */
  readonly learnRatio: (image: HTMLImageElement) => void;
  readonly enlarge: (index: number, url: string) => void;
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

export const useImageResult = (part: string): ImageResultState =>
  inside(useContext(ImageResultContext), part);

export const useImageResultActions = (part: string): ImageResultActions =>
  inside(useContext(ImageResultActionsContext), part);

export interface ResultImage {
  readonly index: number;
  readonly count: number;
  readonly image: JobImage | undefined;
  readonly kind: FileKind;
  readonly isMissing: boolean;
}

/** Unknown files that failed as images count as videos. */
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
