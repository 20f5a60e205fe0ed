import { inputErrorLabels, type ModelLabels } from "../../models/modelLabels.ts";
import { credits } from "./credits.ts";
import { form } from "./form.ts";
import { generateImage } from "./generateImage.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { prompt } from "./prompt.ts";
import { result } from "./result.ts";
import { studio } from "./studio.ts";
import { tray } from "./tray.ts";

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

export const en: Labels = {
  credits,
  form,
  generateImage,
  image,
  models: { texts: {}, inputErrors: inputErrorLabels },
  prompt,
  history,
  result,
  studio,
  tray,
};
