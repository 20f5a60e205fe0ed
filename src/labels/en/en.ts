import type { ModelLabels } from "../../models/modelLabels.ts";
import type { credits } from "./credits.ts";
import { firstLabels } from "./firstLabels.ts";
import type { form } from "./form.ts";
import { generateImage } from "./generateImage.ts";
import type { history } from "./history.ts";
import type { image } from "./image.ts";
import type { prompt } from "./prompt.ts";
import type { result } from "./result.ts";
import type { studio } from "./studio.ts";
import type { tray } from "./tray.ts";

export interface Labels {
  readonly credits: typeof credits;
  readonly form: typeof form;
  readonly generateImage: typeof generateImage;
  readonly image: typeof image;
  readonly models: ModelLabels;
  readonly prompt: typeof prompt;
  readonly history: typeof history;
  readonly result: typeof result;
  readonly studio: typeof studio;
  readonly tray: typeof tray;
}

export const en: Labels = { ...firstLabels, generateImage };
