import type { LabelOverrides, Labels } from "../labels.ts";
import { mergeWords } from "../mergeWords.ts";
import { en } from "./en.ts";

/** Returns the English labels with overrides. */
export const mergeLabels = (overrides: LabelOverrides = {}): Labels => mergeWords(en, overrides);
