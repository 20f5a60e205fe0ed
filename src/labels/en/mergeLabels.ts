import { mergeOverrides, type Overrides } from "../mergeOverrides.ts";
import { en, type Labels } from "./en.ts";

/** Overrides at any depth, such as one error message. The rest stays English. */
export type LabelOverrides = Overrides<Labels>;

export const mergeLabels = (overrides: LabelOverrides = {}): Labels =>
  mergeOverrides(en, overrides);
