// Jobs and errors
export { bodyText, readAnswer, type Answer } from "../protocol/answer.ts";
export { EaselError } from "../protocol/EaselError.ts";
export { fileKind, type FileKind } from "../protocol/fileType.ts";
export {
  isFinalState,
  readJobState,
  type GenerateStatus,
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
export { snapshotPollDelay, type JobSnapshot } from "../polling/jobSnapshot.ts";
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

// Client
export {
  type Client,
  type Credits,
  type HostConfig,
  type OfferedModel,
  type ReadOptions,
  type SubmitOptions,
  type SubscribeOptions,
  type UploadOptions,
} from "../client/client.ts";
export { createClient, type ClientOptions } from "../client/createClient.ts";

// Ledger
export { browserStorage } from "../ledger/browserStorage.ts";
export {
  createFavorites,
  type Favorites,
  type FavoritesOptions,
} from "../ledger/createFavorites.ts";
export {
  createLedger,
  type Ledger,
  type LedgerChange,
  type LedgerOptions,
} from "../ledger/createLedger.ts";
export {
  createPollMemory,
  type PollMemory,
  type PollMemoryOptions,
} from "../ledger/createPollMemory.ts";
export { indexedDbStorage } from "../ledger/indexedDbStorage.ts";
export {
  fileRetentionMs,
  hasPendingJob,
  jobRetentionMs,
  type Attempt,
  type PendingAttempt,
} from "../ledger/attempt.ts";
export {
  type LedgerBounds,
  type StorageEntries,
  type LedgerStorage,
} from "../ledger/ledgerStorage.ts";
export { memoryStorage } from "../ledger/memoryStorage.ts";
export { type AttemptChange } from "../ledger/mergeAttempts.ts";
export { newAttemptId } from "../ledger/newAttemptId.ts";
export { currentPageId } from "../ledger/currentPageId.ts";

// Images
export { type CropArea } from "../images/planResize.ts";
export { readImageText, writeImageText } from "../images/imageText.ts";
export {
  uploadInputImage,
  type InputImageFailure,
  type InputImageStep,
  type UploadedInputImage,
  type UploadInputImageOptions,
} from "../images/uploadInputImage.ts";

// Runtime
export { checkJob, type CheckJobOptions } from "../runtime/checkJob.ts";
export { type CostEstimate } from "../runtime/estimateCost.ts";
export { fetchResult } from "../runtime/fetchResult.ts";
export { type Job } from "../runtime/job.ts";
export { easelKeys } from "../runtime/easelKeys.ts";
export { pollJob } from "../runtime/pollJob.ts";
export { jobResultOptions, jobStatusOptions } from "../runtime/jobQueries.ts";
export { type EaselErrorContext, type EaselEvent } from "../runtime/report.ts";
export { runJob, type RunJobOptions } from "../runtime/runJob.ts";
export { firstSnapshot } from "../runtime/firstSnapshot.ts";
export {
  submitJob,
  type SubmitInput,
  type SubmitJobOptions,
  type SubmittedAttempt,
} from "../runtime/submit.ts";

// Labels
export { mergeLabels } from "../labels/en/mergeLabels.ts";
export { type LabelOverrides, type Labels } from "../labels/labels.ts";

// Hooks
export {
  EaselProvider,
  type EaselProviderOptions,
  type EaselProviderProps,
} from "../hooks/EaselProvider.tsx";
export { fillForm } from "../hooks/fillForm.ts";
export { useCredits, type UseCreditsOptions, type UseCreditsResult } from "../hooks/useCredits.ts";
export { useEasel, type EaselContextValue } from "../hooks/useEasel.ts";
export { useEstimate } from "../hooks/useEstimate.ts";
export { useFavorites, type UseFavoritesResult } from "../hooks/useFavorites.ts";
export { useFieldWarnings } from "../hooks/useFieldWarnings.ts";
export {
  useGenerate,
  type JobTiming,
  type UseGenerateOptions,
  type UseGenerateResult,
} from "../hooks/useGenerate.ts";
export {
  useHistory,
  type HistoryFilter,
  type UseHistoryOptions,
  type UseHistoryResult,
} from "../hooks/useHistory.ts";
export { useHostConfig, type UseHostConfigOptions } from "../hooks/useHostConfig.ts";
export { useHostModels } from "../hooks/useHostModels.ts";
export {
  useImageUpload,
  type ImageSource,
  type ImageUploadStatus,
  type UseImageUploadOptions,
  type UseImageUploadResult,
} from "../hooks/useImageUpload.ts";
export { useJobResult, type UseJobResultResult } from "../hooks/useJobResult.ts";
export { useJobs, type UseJobsResult } from "../hooks/useJobs.ts";
export { useJobStatus, type UseJobStatusResult } from "../hooks/useJobStatus.ts";
export { useLastSeed } from "../hooks/useLastSeed.ts";
export { useModelForm, type ModelForm, type UseModelFormOptions } from "../hooks/useModelForm.ts";
export { useModelLabels } from "../hooks/useModelLabels.ts";
export {
  useDisabledReasons,
  type DisabledReason,
  type UseDisabledReasonsOptions,
} from "../hooks/useDisabledReasons.ts";
export { useRecentTexts } from "../hooks/useRecentTexts.ts";
export { useRecipeLink, type UseRecipeLinkOptions } from "../hooks/useRecipeLink.ts";
export { type Selection } from "../hooks/useSelection.ts";

// Components
export { CreditsBadge, type CreditsBadgeProps } from "../components/credits-badge/CreditsBadge.tsx";
export {
  FieldFrame,
  type ControlAttributes,
  type FieldComponent,
  type FieldFrameProps,
  type FieldProps,
} from "../components/fields/FieldFrame.tsx";
export { ImageField, type ImageFieldProps } from "../components/fields/image/ImageField.tsx";
export { NumberField } from "../components/fields/number/NumberField.tsx";
export { SeedField } from "../components/fields/seed/SeedField.tsx";
export { SelectField } from "../components/fields/select/SelectField.tsx";
export { SizeField } from "../components/fields/size/SizeField.tsx";
export { SwitchField } from "../components/fields/switch/SwitchField.tsx";
export { TextField } from "../components/fields/text/TextField.tsx";
export { useField } from "../components/fields/useField.ts";
export { type FormField } from "../components/fields/useFormField.ts";
export { ModelSwitch, type ModelSwitchProps } from "../components/model-switch/ModelSwitch.tsx";
export {
  type FieldControls,
  type PromptFormFieldsProps,
} from "../components/prompt-form/PromptFormFields.tsx";
export * as PromptForm from "../components/prompt-form/promptFormParts.ts";
export { type PromptFormPriceProps } from "../components/prompt-form/PromptFormPrice.tsx";
export { type PromptFormReasonsProps } from "../components/prompt-form/PromptFormReasons.tsx";
export { type PromptFormRootProps } from "../components/prompt-form/PromptFormRoot.tsx";
export { type PromptFormSubmitProps } from "../components/prompt-form/PromptFormSubmit.tsx";
export {
  SchedulerSelect,
  type SchedulerSelectProps,
} from "../components/fields/select/SchedulerSelect.tsx";
export { type HistoryListFilterProps } from "../components/history-list/HistoryListFilter.tsx";
export { type HistoryListGridProps } from "../components/history-list/HistoryListGrid.tsx";
export { type HistoryListNoticeProps } from "../components/history-list/HistoryListNotice.tsx";
export * as HistoryList from "../components/history-list/historyListParts.ts";
export { type HistoryListRootProps } from "../components/history-list/HistoryListRoot.tsx";
export { type HistoryListSearchProps } from "../components/history-list/HistoryListSearch.tsx";
export { type HistoryListSelectionProps } from "../components/history-list/HistoryListSelection.tsx";
export { JobError, type JobErrorProps } from "../components/job-error/JobError.tsx";
export { JobProgress, type JobProgressProps } from "../components/job-progress/JobProgress.tsx";
export { JobTray, type JobTrayProps } from "../components/job-tray/JobTray.tsx";
export {
  ClassNamesProvider,
  type ClassNamesProviderProps,
} from "../components/internals/ClassNamesProvider.tsx";
export { type ClassNames, type PartName } from "../components/internals/partNames.ts";
export { type PartProps, type PartState } from "../components/internals/Part.tsx";
export { type ImageResultCompareProps } from "../components/image-result/compare/ImageResultCompare.tsx";
export { type ImageResultCopyProps } from "../components/image-result/download/ImageResultCopy.tsx";
export { type ImageResultDetailsProps } from "../components/image-result/details/ImageResultDetails.tsx";
export { type ImageResultDownloadProps } from "../components/image-result/download/ImageResultDownload.tsx";
export { type ImageResultDownloadAllProps } from "../components/image-result/download/ImageResultDownloadAll.tsx";
export { type ImageResultGridProps } from "../components/image-result/ImageResultGrid.tsx";
export { type ImageResultImageProps } from "../components/image-result/ImageResultImage.tsx";
export { type ImageResultLinkProps } from "../components/image-result/ImageResultLink.tsx";
export * as ImageResult from "../components/image-result/imageResultParts.ts";
export { type ImageResultReuseProps } from "../components/image-result/ImageResultReuse.tsx";
export { type ImageResultRootProps } from "../components/image-result/ImageResultRoot.tsx";
export { type ImageResultZoomProps } from "../components/image-result/zoom/ImageResultZoom.tsx";
export {
  type CompareSide,
  type ImageToCompare,
} from "../components/image-result/compare/useCompareSides.ts";
export { Studio, type StudioProps } from "../components/studio/Studio.tsx";
export { StylePicker, type StylePickerProps } from "../components/fields/style/StylePicker.tsx";
