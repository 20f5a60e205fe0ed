import type { Model } from "../defineModel.ts";
import { sd21Txt2img } from "./sd21Txt2img.ts";
import { sdxlImg2img } from "./sdxlImg2img.ts";
import { sdxlTorch } from "./sdxlTorch.ts";
import { sdxlTxt2img } from "./sdxlTxt2img.ts";

/** Any of the models that come with the library: its fields are the names that parts of a form take by default. */
export type CatalogModel =
  | typeof sdxlTorch
  | typeof sdxlTxt2img
  | typeof sd21Txt2img
  | typeof sdxlImg2img;

/** The models that come with the library, in the order to offer them. */
export const catalog: readonly Model[] = [sdxlTorch, sdxlTxt2img, sd21Txt2img, sdxlImg2img];
