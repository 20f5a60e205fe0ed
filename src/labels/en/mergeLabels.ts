import { mergeOverrides, type Overrides } from "../mergeOverrides.ts";
import type { Labels } from "./en.ts";
import { firstLabels, type FirstLabels } from "./firstLabels.ts";

/** Overrides of labels at any depth, such as a single error message. All other labels stay English. */
export type LabelOverrides = Overrides<Labels>;

/** Merges overrides into the English labels, except those of parts that load on demand. */
export const mergeLabels = (overrides: LabelOverrides = {}): FirstLabels =>
  mergeOverrides(firstLabels, overrides);
