export { ar } from "./ar/ar.ts";
export { de } from "./de/de.ts";
export { en } from "./en.ts";
export { es } from "./es/es.ts";
export { ja } from "./ja/ja.ts";
export type { Labels } from "../hooks/index.ts";
