export { catalog, type CatalogModel } from "./catalog/catalog.ts";
export { sd21Txt2img } from "./catalog/sd21Txt2img.ts";
export { sdxlImg2img } from "./catalog/sdxlImg2img.ts";
export { sdxlTorch } from "./catalog/sdxlTorch.ts";
export { sdxlTxt2img } from "./catalog/sdxlTxt2img.ts";
export {
  defineModel,
  isModelId,
  type Model,
  type ModelInput,
  type ModelRule,
  type ModelTask,
  type ModelValues,
} from "./defineModel.ts";
export { describeFields, type FieldDescriptor } from "./describeFields.ts";
export { extendModel, type ExtendedModel, type ExtendModelOptions } from "./extendModel.ts";
export {
  field,
  type FieldGroup,
  type FieldHints,
  type FieldKind,
  type FieldMeta,
  type FieldOption,
} from "./field.ts";
export { initialValues, valuesFromForm, type FieldName, type FormValues } from "./formValues.ts";
export { limit, type Clamp, type Clamps } from "./limit.ts";
export { modelFromJsonSchema, type JsonSchema, type ModelInfo } from "./modelFromJsonSchema.ts";
export { modelToJsonSchema } from "./modelToJsonSchema.ts";
export { parseInput, type ParsedInput } from "./parseInput.ts";
export { refusalWords, type RefusalWords } from "./refusalWords.ts";
export { type ModelWords } from "./modelWords.ts";
export { translateModel } from "./translateModel.ts";
export { readRecipe, type Recipe } from "./recipe/readRecipe.ts";
export { readRecipeLink, writeRecipeLink } from "./recipe/recipeLink.ts";
export { recipeToForm } from "./recipe/recipeToForm.ts";
export { writeRecipe } from "./recipe/writeRecipe.ts";
export * from "../protocol/index.ts";
