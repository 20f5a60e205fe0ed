export { ar } from "../labels/ar/ar.ts";
export { de } from "../labels/de/de.ts";
export { en } from "../labels/en/en.ts";
export { es } from "../labels/es/es.ts";
export { ja } from "../labels/ja/ja.ts";
export { type LabelOverrides, type Labels } from "../labels/labels.ts";
