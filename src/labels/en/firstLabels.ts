import { inputErrorLabels, type ModelLabels } from "../../models/modelLabels.ts";
import { credits } from "./credits.ts";
import { form } from "./form.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { prompt } from "./prompt.ts";
import { result } from "./result.ts";
import { studio } from "./studio.ts";
import { tray } from "./tray.ts";

const models: ModelLabels = { texts: {}, inputErrors: inputErrorLabels };

/** English labels except those of `GenerateImage`, which most apps don't load. */
export const firstLabels = { credits, form, image, models, prompt, history, result, studio, tray };

export type FirstLabels = typeof firstLabels;
