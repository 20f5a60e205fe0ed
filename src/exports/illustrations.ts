export { styleIllustrations } from "../components/fields/style/styleIllustrations.ts";
export { type StylePreviewSet } from "../components/fields/style/StylePreviewsContext.ts";
