import type { InputImageFailure, InputImageStep } from "../images/uploadInputImage.ts";

export interface ImageLabels {
  readonly address: (field: string) => string;
  readonly drop: string;
  readonly dropHere: string;
  readonly browse: string;
  /** Touch devices only. */
  readonly camera: string;
  readonly replace: string;
  readonly remove: string;
  readonly show: string;
  readonly alt: (field: string) => string;
  readonly previewUnavailable: string;
  /** Under an image URL. */
  readonly fetchedByService: string;

  readonly unnamed: string;
  /** @param size such as "3.2 MB" */
  readonly imageInfo: (width: number, height: number, size: string) => string;
  /** @param before, after as formatted by `facts` */
  readonly resized: (before: string, after: string) => string;

  readonly steps: Readonly<Record<InputImageStep, string>>;
  readonly uploaded: (percent: string) => string;
  /** Shown beside the submit button. */
  readonly stillPreparing: string;
  readonly cancel: string;
  readonly tryAgain: string;
  readonly dismiss: string;
  /** Reason and fix. For `upload`, the error's message follows. */
  readonly failures: Readonly<Record<InputImageFailure["code"], (name: string) => string>>;

  readonly crop: string;
  readonly cropFrame: string;
  readonly cropHint: string;
  readonly cropShape: string;
  readonly cropFull: string;
  readonly cropRatio: (width: number, height: number) => string;
  readonly cropZoom: string;
  /** Announced after keyboard moves. Percentages. */
  readonly cropPosition: (fromLeft: string, fromTop: string) => string;
  readonly cropApply: string;
}
