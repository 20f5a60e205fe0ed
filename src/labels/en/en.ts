import { firstLabels, type FirstLabels } from "./firstLabels.ts";
import { generateImage } from "./generateImage.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { imageActions } from "./imageActions.ts";
import { presets } from "./presets.ts";
import { queue } from "./queue.ts";
import { shortcuts } from "./shortcuts.ts";
import { tray } from "./tray.ts";

export interface Labels extends FirstLabels {
  readonly generateImage: typeof generateImage;
  readonly history: typeof history;
  readonly image: typeof image;
  readonly imageActions: typeof imageActions;
  readonly presets: typeof presets;
  readonly queue: typeof queue;
  readonly shortcuts: typeof shortcuts;
  readonly tray: typeof tray;
}

export const en: Labels = {
  ...firstLabels,
  generateImage,
  history,
  image,
  imageActions,
  presets,
  queue,
  shortcuts,
  tray,
};
