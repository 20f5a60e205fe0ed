// Catalog
export { catalog, type CatalogModel } from "../models/catalog/catalog.ts";
export { sd21Txt2img } from "../models/catalog/sd21Txt2img.ts";
export { sdxlImg2img } from "../models/catalog/sdxlImg2img.ts";
export { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
export { sdxlTxt2img } from "../models/catalog/sdxlTxt2img.ts";

// Models
export {
  defineModel,
  type Model,
  type ModelInput,
  type ModelRule,
  type ModelTask,
  type ModelValues,
} from "../models/defineModel.ts";
export { extendModel, type ExtendedModel, type ExtendModelOptions } from "../models/extendModel.ts";
export { limitModel, type FieldLimit, type FieldLimits } from "../models/limitModel.ts";
export {
  modelFromJsonSchema,
  type JsonSchema,
  type ModelInfo,
} from "../models/modelFromJsonSchema.ts";
export { modelToJsonSchema } from "../models/modelToJsonSchema.ts";
export { parseInput, type ParsedInput } from "../models/parseInput.ts";
export { translateModel } from "../models/translateModel.ts";
export { type ModelLabels } from "../models/modelLabels.ts";

// Fields
export {
  describeField,
  type FieldGroup,
  type FieldHints,
  type FieldKind,
  type FieldMeta,
  type FieldOption,
} from "../models/describeField.ts";
export { describeFields, type FieldDescriptor } from "../models/describeFields.ts";
export {
  initialValues,
  valuesFromForm,
  type FieldName,
  type FormValues,
} from "../models/formValues.ts";

// Prompts
export {
  changeWeight,
  type PromptSelection,
  type WeightedPrompt,
} from "../models/prompt/changeWeight.ts";
export { countPrompt, type PromptCount } from "../models/prompt/countPrompt.ts";
export {
  parsePrompt,
  printPrompt,
  type PromptGroup,
  type PromptPart,
  type PromptText,
} from "../models/prompt/parsePrompt.ts";

// Recipes
export { readRecipe, type Recipe } from "../models/recipes/readRecipe.ts";
export { readRecipeLink, writeRecipeLink } from "../models/recipes/recipeLink.ts";
export { recipeToForm } from "../models/recipes/recipeToForm.ts";
export { writeRecipe } from "../models/recipes/writeRecipe.ts";
