export { ar } from "../labels/ar/ar.ts";
export { de } from "../labels/de/de.ts";
export { en, type Labels } from "../labels/en/en.ts";
export { type LabelOverrides } from "../labels/en/mergeLabels.ts";
export { es } from "../labels/es/es.ts";
export { ja } from "../labels/ja/ja.ts";
