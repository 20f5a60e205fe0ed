import { inputErrorLabels, type ModelLabels } from "../../models/modelLabels.ts";
import { credits } from "./credits.ts";
import { form } from "./form.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { prompt } from "./prompt.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";
import { studio } from "./studio.ts";
import { tray } from "./tray.ts";

const models: ModelLabels = { texts: {}, inputErrors: inputErrorLabels };

/** English labels of the parts that render at first. The other parts load their labels on demand. */
export const firstLabels = {
  credits,
  form,
  image,
  models,
  prompt,
  history,
  result,
  settings,
  studio,
  tray,
};

export type FirstLabels = typeof firstLabels;
