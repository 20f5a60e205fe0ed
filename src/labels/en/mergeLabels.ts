import { mergeOverrides, type Overrides } from "../mergeOverrides.ts";
import { en, type Labels } from "./en.ts";

/** Label overrides at any depth, such as one error message. Other labels stay English. */
export type LabelOverrides = Overrides<Labels>;

export const mergeLabels = (overrides: LabelOverrides = {}): Labels =>
  mergeOverrides(en, overrides);
