/** Every word in English: what stands where an app gives no words. By its file, so that nothing of the browser is behind it. */
export { english as en } from "../hooks/labels/labels.ts";
