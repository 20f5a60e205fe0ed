import { cachedBy } from "../models/cachedBy.ts";
import type { Model } from "../models/defineModel.ts";
import { inputErrorLabels, type ModelLabels } from "../models/modelLabels.ts";
import { translateModel } from "../models/translateModel.ts";
import { mergeOverrides, type Overrides } from "./mergeOverrides.ts";

/** Fills in missing labels with the defaults. Cached, so that a translated model keeps its identity across renders. */
const complete = cachedBy((overrides: Overrides<ModelLabels>) =>
  mergeOverrides<ModelLabels>({ texts: {}, inputErrors: inputErrorLabels }, overrides),
);

export const labelModel = <M extends Model>(
  model: M,
  overrides: Overrides<ModelLabels> | undefined,
): M => (overrides ? translateModel(model, complete(overrides)) : model);
