import type { PictureFailure, PictureStep } from "../images/uploadPicture.ts";

export interface ImageLabels {
  /** The name of the box that takes an address. */
  readonly address: (field: string) => string;
  readonly drop: string;
  /** Over the field while a file is held above it. */
  readonly dropHere: string;
  readonly browse: string;
  /** Opens the camera, on a device that is used by touch. */
  readonly camera: string;
  readonly replace: string;
  readonly remove: string;
  readonly show: string;
  readonly alt: (field: string) => string;
  readonly notShown: string;
  /** Under an address: what becomes of it. */
  readonly fetchedLater: string;

  /** A picture that was pasted and has no name. */
  readonly unnamed: string;
  /** @param size "3.2 MB", in the words of the language */
  readonly facts: (width: number, height: number, size: string) => string;
  /** What a picture was, and what is sent; both as `facts` has them. */
  readonly madeSmaller: (before: string, after: string) => string;

  readonly steps: Readonly<Record<PictureStep, string>>;
  readonly uploaded: (percent: string) => string;
  /** Beside the button that generates, while a picture is not ready. */
  readonly stillPreparing: string;
  readonly cancel: string;
  readonly tryAgain: string;
  readonly dismiss: string;
  /** What happened and how to mend it; for a failed upload the error's own words follow. */
  readonly failures: Readonly<Record<PictureFailure["code"], (name: string) => string>>;

  readonly crop: string;
  /** The name of the frame that a part is chosen in. */
  readonly cropFrame: string;
  readonly cropHint: string;
  readonly cropShape: string;
  readonly cropWhole: string;
  readonly cropRatio: (width: number, height: number) => string;
  readonly cropZoom: string;
  /** Said after a move by keyboard; both from 0 to 100. */
  readonly cropPlace: (fromLeft: string, fromTop: string) => string;
  readonly cropApply: string;
}
