"use client";
import type { UseGenerateResult } from "../../../hooks/useGenerate.ts";
import type { Size } from "../../../images/planResize.ts";
import type { ImageType } from "../../../images/surface.ts";
import type { Model } from "../../../models/defineModel.ts";
import type { FormValues } from "../../../models/formValues.ts";
import { createPartContext } from "../../internals/createPartContext.ts";
import type { GeneratedImage, ImageDraft } from "./generatedImage.ts";

export interface GenerateImageState {
  readonly value: GeneratedImage | null;
  readonly model: Model;
  readonly run: UseGenerateResult<Model>;
  readonly defaultValues: FormValues | undefined;
  /** Names of the fields in the dialog. */
  readonly fields: readonly string[] | undefined;
  /** Required size in pixels. */
  readonly size: Size | undefined;
  /** Required aspect ratio (width divided by height). */
  readonly ratio: number | undefined;
  readonly accept: readonly ImageType[];
  readonly maxBytes: number;
  readonly storeFile: ((file: File) => Promise<string>) | undefined;
  readonly allowUpload: boolean;
  readonly disabled: boolean;
  /** IDs of the elements that describe the field. */
  readonly describedBy: string | undefined;
  /** Opens the dialog, at the last step if there is a draft. */
  readonly open: (draft?: ImageDraft) => void;
  readonly takeFile: (file: File) => void;
  readonly change: (value: GeneratedImage | null) => void;
}

export const [GenerateImageContext, useGenerateImage] = createPartContext<GenerateImageState>(
  "GenerateImage.Root",
  "no field",
);
