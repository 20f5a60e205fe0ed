import { inputErrorLabels } from "../../models/inputErrorLabels.ts";
import type { Labels } from "../labels.ts";
import { credits } from "./credits.ts";
import { form } from "./form.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { prompt } from "./prompt.ts";
import { result } from "./result.ts";
import { studio } from "./studio.ts";
import { tray } from "./tray.ts";

export const en: Labels = {
  credits,
  form,
  image,
  models: { texts: {}, inputErrors: inputErrorLabels },
  prompt,
  history,
  result,
  studio,
  tray,
};
