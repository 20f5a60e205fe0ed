// Jobs
export { bodyText, readAnswer, type Answer } from "../protocol/answer.ts";
export { fileKind, type FileKind } from "../protocol/fileType.ts";
export {
  isFinalState,
  readJobState,
  type JobEndState,
  type JobState,
} from "../protocol/jobState.ts";
export { type JobImage } from "../protocol/readOutput.ts";
export { readImageHeader, type ImageHeader } from "../protocol/readImageHeader.ts";
export { isRequestId } from "../protocol/requestId.ts";
export {
  readResult,
  readStatus,
  readSubmitted,
  type JobMetrics,
  type JobResult,
  type JobStatus,
  type SubmittedJob,
} from "../protocol/wire.ts";

// Polling
export { addObservation, type JobObservation } from "../polling/addObservation.ts";
export {
  estimateProgress,
  type ProgressEstimate,
  type ProgressState,
} from "../polling/estimateProgress.ts";
export { noObservations, type PollObservations } from "../polling/pollObservations.ts";
export { learn } from "../polling/learn.ts";
export { learnedTimes, type LearnedTimes } from "../polling/learnedTimes.ts";
export { nextPollDelay, type PollState } from "../polling/nextPollDelay.ts";
export { emptyPollHistory, type PollHistory, type PollRecord } from "../polling/pollHistory.ts";
export { readPollHistory } from "../polling/readPollHistory.ts";

// Models
export { catalog, type CatalogModel } from "../models/catalog/catalog.ts";
export { sd21Txt2img } from "../models/catalog/sd21Txt2img.ts";
export { sdxlImg2img } from "../models/catalog/sdxlImg2img.ts";
export { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
export { sdxlTxt2img } from "../models/catalog/sdxlTxt2img.ts";
export {
  defineModel,
  isModelId,
  type Model,
  type ModelInput,
  type ModelRule,
  type ModelTask,
  type ModelValues,
} from "../models/defineModel.ts";
export { describeFields, type FieldDescriptor } from "../models/describeFields.ts";
export { extendModel, type ExtendedModel, type ExtendModelOptions } from "../models/extendModel.ts";
export {
  describeField,
  type FieldGroup,
  type FieldHints,
  type FieldKind,
  type FieldMeta,
  type FieldOption,
} from "../models/describeField.ts";
export {
  initialValues,
  valuesFromForm,
  type FieldName,
  type FormValues,
} from "../models/formValues.ts";
export { limitModel, type FieldLimit, type FieldLimits } from "../models/limitModel.ts";
export {
  modelFromJsonSchema,
  type JsonSchema,
  type ModelInfo,
} from "../models/modelFromJsonSchema.ts";
export { modelToJsonSchema } from "../models/modelToJsonSchema.ts";
export { type ModelLabels } from "../models/modelLabels.ts";
export { parseInput, type ParsedInput } from "../models/parseInput.ts";
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
export { readRecipe, type Recipe } from "../models/recipes/readRecipe.ts";
export { readRecipeLink, writeRecipeLink } from "../models/recipes/recipeLink.ts";
export { recipeToForm } from "../models/recipes/recipeToForm.ts";
export { writeRecipe } from "../models/recipes/writeRecipe.ts";
export { inputErrorLabels, type InputErrorLabels } from "../models/inputErrorLabels.ts";
export { translateModel } from "../models/translateModel.ts";
