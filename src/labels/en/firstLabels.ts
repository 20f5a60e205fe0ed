import { inputErrorLabels, type ModelLabels } from "../../models/modelLabels.ts";
import { credits } from "./credits.ts";
import { form } from "./form.ts";
import { prompt } from "./prompt.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";
import { studio } from "./studio.ts";

const models: ModelLabels = { texts: {}, inputErrors: inputErrorLabels };

/** English labels of the parts that render at first. The other parts load their labels on demand. */
export const firstLabels = {
  credits,
  form,
  models,
  prompt,
  result,
  settings,
  studio,
};

export type FirstLabels = typeof firstLabels;
