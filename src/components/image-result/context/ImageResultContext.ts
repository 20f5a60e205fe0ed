"use client";
import { createContext, useContext } from "react";
import type { Model } from "../../../models/defineModel.ts";
import type { EaselError } from "../../../protocol/EaselError.ts";
import { fileKind, type FileKind } from "../../../protocol/fileType.ts";
import type { GenerateStatus } from "../../../protocol/jobState.ts";
import type { JobImage } from "../../../protocol/readOutput.ts";
import type { JobResult } from "../../../protocol/wire.ts";
import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageResultContextValue {
  readonly status: GenerateStatus;
  readonly result: JobResult | undefined;
  readonly input: JobInput | undefined;
  readonly model: Model | undefined;
  /** What the pictures show, for `alt` and file names. */
  readonly prompt: string;
  /** Why there is no result. */
  readonly error: EaselError | undefined;
  readonly onUse: ((values: JobInput) => void) | undefined;
  readonly onReuse: ((input: JobInput) => void) | undefined;
  /** Pictures whose file could not be had. */
  readonly missing: ReadonlySet<string>;
  readonly setMissing: (url: string, isMissing: boolean) => void;
  /** Files that failed as images, and of which nothing says what they are. */
  readonly notImages: ReadonlySet<string>;
  readonly setNotImage: (url: string) => void;
  /** Width by height. */
  readonly ratio: number;
  /** Takes the ratio of a picture that came back, where nothing else told it. */
  readonly learnRatio: (picture: HTMLImageElement) => void;
  /** Shows a picture in the zoom dialog. */
  readonly enlarge: (index: number) => void;
  /** Says how an action ended, once, in the result's own live region. */
  readonly tell: (words: string) => void;
}

export const ImageResultContext = createContext<ImageResultContextValue | undefined>(undefined);

/** Which of the result's pictures a part inside of `Grid` stands for. */
export const PictureIndexContext = createContext(0);

/** The result that a part belongs to. */
export function useImageResult(part: string): ImageResultContextValue {
  const value = useContext(ImageResultContext);
  if (!value) {
    throw new Error(
      `Easel: <ImageResult.${part}> stands outside of <ImageResult.Root>, so it has no result to show. Put it inside.`,
    );
  }
  return value;
}

export interface Picture {
  readonly index: number;
  /** How many there are. */
  readonly count: number;
  readonly image: JobImage | undefined;
  readonly kind: FileKind;
  readonly isMissing: boolean;
}

/** What a result's file is. One that nothing is said of counts as a video once it failed as an image. */
export function kindOf(
  image: JobImage | undefined,
  { notImages }: Pick<ImageResultContextValue, "notImages">,
): FileKind {
  if (!image) return "unknown";
  const kind = fileKind(image);
  return kind === "unknown" && notImages.has(image.url) ? "video" : kind;
}

/** Whether a file is to be shown by an `<img>`. */
export const isShownAsImage = (kind: FileKind): boolean => kind === "image" || kind === "unknown";

/** The picture that a part stands for: by its own `index`, else by its place in `Grid`, else the first. */
export function usePicture(part: string, ownIndex: number | undefined): Picture {
  const context = useImageResult(part);
  const { result, missing } = context;
  const place = useContext(PictureIndexContext);
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
