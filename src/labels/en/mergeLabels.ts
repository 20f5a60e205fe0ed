import type { LabelOverrides, Labels } from "../labels.ts";
import { mergeWords } from "../mergeWords.ts";
import { en } from "./en.ts";

/** Returns the English labels with overrides. */
export const mergeLabels = (own: LabelOverrides = {}): Labels => mergeWords(en, own);
