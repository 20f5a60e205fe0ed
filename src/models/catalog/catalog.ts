import type { Model } from "../defineModel.ts";
import { sd21Txt2img } from "./sd21Txt2img.ts";
import { sdxlImg2img } from "./sdxlImg2img.ts";
import { sdxlTorch } from "./sdxlTorch.ts";
import { sdxlTxt2img } from "./sdxlTxt2img.ts";

export type CatalogModel =
  | typeof sdxlTorch
  | typeof sdxlTxt2img
  | typeof sd21Txt2img
  | typeof sdxlImg2img;

export const catalog: readonly Model[] = [sdxlTorch, sdxlTxt2img, sd21Txt2img, sdxlImg2img];
