import { mergeOverrides, type Overrides } from "../mergeOverrides.ts";
import { en, type Labels } from "./en.ts";

/** Overrides of labels at any depth, such as a single error message. All other labels stay English. */
export type LabelOverrides = Overrides<Labels>;

export const mergeLabels = (overrides: LabelOverrides = {}): Labels =>
  mergeOverrides(en, overrides);
