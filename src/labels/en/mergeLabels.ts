import type { LabelOverrides, Labels } from "../labels.ts";
import { mergeOverrides } from "../mergeOverrides.ts";
import { en } from "./en.ts";

/** Returns the English labels with overrides. */
export const mergeLabels = (overrides: LabelOverrides = {}): Labels =>
  mergeOverrides(en, overrides);
