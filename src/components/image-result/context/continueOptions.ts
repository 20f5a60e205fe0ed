import type { Model } from "../../../models/defineModel.ts";
import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageToCompare {
  readonly url: string;
  readonly label?: string | undefined;
  readonly alt?: string | undefined;
}

export interface Comparison {
  readonly before: ImageToCompare;
  readonly after: ImageToCompare;
}

/** Image that the user chose with `ImageResult.Use`. */
export interface UsedImage {
  /** URL of the image. It expires when the service deletes the file. */
  readonly url: string;
  readonly alt: string;
  /** Width in pixels. Undefined until the image has loaded. */
  readonly width: number | undefined;
  /** Height in pixels. Undefined until the image has loaded. */
  readonly height: number | undefined;
  /** Seed of this image. Undefined if the service reports only the seed of a batch. */
  readonly seed: string | undefined;
  readonly input: JobInput | undefined;
  readonly model: Model | undefined;
  /** Index of the image in the result. */
  readonly index: number;
  /** Reads the image free of charge, with its recipe. Rejects with an `EaselError` if it can't be read. */
  readonly file: () => Promise<File>;
}

/** Callbacks of the actions that continue from an image. An action without its callback isn't rendered. */
export interface ContinueOptions {
  /** Models that the actions may use. @default the result's model */
  readonly models?: readonly Model[] | undefined;
  /** Names of input fields whose values weren't stored. Actions that would send the input without them aren't rendered. */
  readonly omitted?: readonly string[] | undefined;
  /** Called with the full input of a new generation. Submit it: the user has seen its price. */
  readonly onGenerate?: ((input: JobInput, model: Model) => void) | undefined;
  /** Called with the start image as a form value. Fill the form of `model` with it. */
  readonly onStart?: ((values: JobInput, model: Model) => void) | undefined;
  /** Called with the image that the user chose for your app. */
  readonly onUse?: ((image: UsedImage) => void) | undefined;
  readonly favorite?: boolean | undefined;
  readonly onFavoriteChange?: ((favorite: boolean) => void) | undefined;
  /** Called when the user deletes the generation. Offer to undo the deletion. */
  readonly onDelete?: (() => void) | undefined;
  /** Called when the user wants to choose the second image of a comparison outside this result. */
  readonly onCompare?: ((image: ImageToCompare) => void) | undefined;
  /** Comparison to show instead of the images. The user can also start one between images of this result. */
  readonly comparison?: Comparison | undefined;
  /** Called when the user closes `comparison`. */
  readonly onCompareEnd?: (() => void) | undefined;
}
