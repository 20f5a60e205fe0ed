import { cachedBy } from "../models/cachedBy.ts";
import type { Model } from "../models/defineModel.ts";
import { inputErrorLabels, type ModelLabels } from "../models/modelLabels.ts";
import { translateModel } from "../models/translateModel.ts";
import { mergeOverrides, type Overrides } from "./mergeOverrides.ts";

/** Completes partial labels. Cached so that the model is stable between renders. */
const complete = cachedBy((overrides: Overrides<ModelLabels>) =>
  mergeOverrides<ModelLabels>({ texts: {}, inputErrors: inputErrorLabels }, overrides),
);

export const labelModel = <M extends Model>(
  model: M,
  overrides: Overrides<ModelLabels> | undefined,
): M => (overrides ? translateModel(model, complete(overrides)) : model);
