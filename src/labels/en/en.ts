import { firstLabels, type FirstLabels } from "./firstLabels.ts";
import { generateImage } from "./generateImage.ts";
import { presets } from "./presets.ts";
import { queue } from "./queue.ts";

export interface Labels extends FirstLabels {
  readonly generateImage: typeof generateImage;
  readonly presets: typeof presets;
  readonly queue: typeof queue;
}

export const en: Labels = { ...firstLabels, generateImage, presets, queue };
