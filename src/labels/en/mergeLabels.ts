import type { LabelOverrides, Labels } from "../labels.ts";
import { mergeWords } from "../mergeWords.ts";
import { en } from "./en.ts";

/** Returns the English labels with the app's own over them. */
export const mergeLabels = (own: LabelOverrides = {}): Labels => mergeWords(en, own);
