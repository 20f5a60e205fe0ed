// The types of hooks and the props of generic components are exported by name. For other props, use React's
// `ComponentProps`, as in `ComponentProps<typeof JobError>`.

// Provider and hooks
export { EaselProvider } from "../hooks/EaselProvider.tsx";
export { fillForm } from "../hooks/fillForm.ts";
export { useCredits, type UseCreditsResult } from "../hooks/useCredits.ts";
export { useDisabledReasons, type DisabledReason } from "../hooks/useDisabledReasons.ts";
export { useEasel } from "../hooks/useEasel.ts";
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
  useGenerationQueue,
  type UseGenerationQueueOptions,
  type UseGenerationQueueResult,
} from "../hooks/useGenerationQueue.ts";
export { useHistory, type UseHistoryResult } from "../hooks/useHistory.ts";
export { useHostConfig } from "../hooks/useHostConfig.ts";
export { useHostModels } from "../hooks/useHostModels.ts";
export { useImageUpload, type UseImageUploadResult } from "../hooks/useImageUpload.ts";
export { useJobResult, type UseJobResultResult } from "../hooks/useJobResult.ts";
export { useJobs, type UseJobsResult } from "../hooks/useJobs.ts";
export { useJobStatus, type UseJobStatusResult } from "../hooks/useJobStatus.ts";
export { useLastSeed } from "../hooks/useLastSeed.ts";
export { useModelForm, type ModelForm } from "../hooks/useModelForm.ts";
export { usePresets, type UsePresetsResult } from "../hooks/usePresets.ts";
export { useRecentTexts } from "../hooks/useRecentTexts.ts";
export { useRecipeLink } from "../hooks/useRecipeLink.ts";

// Query options
export { jobResultOptions, jobStatusOptions } from "../runtime/jobQueries.ts";

// Components
export { ClassNamesProvider } from "../components/internals/ClassNamesProvider.tsx";
export { type ClassNames, type PartName } from "../components/internals/partNames.ts";
export { Batch, type BatchProps } from "../components/batch/Batch.tsx";
export { CreditsBadge } from "../components/credits-badge/CreditsBadge.tsx";
export * as GenerateImage from "../components/generate-image/generateImageParts.ts";
export {
  type GeneratedFile,
  type GeneratedImage,
  type GeneratedUrl,
  type ImageSettings,
} from "../components/generate-image/context/generatedImage.ts";
export { type GenerateImageRootProps } from "../components/generate-image/generateImageProps.ts";
export * as HistoryList from "../components/history-list/historyListParts.ts";
export {
  type Comparison,
  type ImageToCompare,
  type UsedImage,
} from "../components/image-result/context/continueOptions.ts";
export * as ImageResult from "../components/image-result/imageResultParts.ts";
export { JobError } from "../components/job-error/JobError.tsx";
export { focusFormField } from "../components/form-context/focusField.ts";
export { JobProgress } from "../components/job-progress/JobProgress.tsx";
export { JobTray } from "../components/job-tray/JobTray.tsx";
export { ModelSwitch } from "../components/model-switch/ModelSwitch.tsx";
export { PresetsMenu, type PresetsMenuProps } from "../components/presets/PresetsMenu.tsx";
export * as PromptForm from "../components/prompt-form/promptFormParts.ts";
export {
  type FieldControls,
  type PromptFormFieldsProps,
} from "../components/prompt-form/PromptFormFields.tsx";
export { type PromptFormRootProps } from "../components/prompt-form/PromptFormRoot.tsx";
export { Studio, type StudioProps } from "../components/studio/Studio.tsx";

// Fields
export {
  FieldFrame,
  type ControlAttributes,
  type FieldProps,
} from "../components/fields/FieldFrame.tsx";
export { ImageField, type ImageFieldProps } from "../components/fields/image/ImageField.tsx";
export { NumberField } from "../components/fields/number/NumberField.tsx";
export {
  SchedulerSelect,
  type SchedulerSelectProps,
} from "../components/fields/select/SchedulerSelect.tsx";
export { SeedField } from "../components/fields/seed/SeedField.tsx";
export { SelectField } from "../components/fields/select/SelectField.tsx";
export { SizeField } from "../components/fields/size/SizeField.tsx";
export { StylePicker, type StylePickerProps } from "../components/fields/style/StylePicker.tsx";
export { type StylePreviews } from "../components/fields/style/StylePreviewsContext.ts";
export {
  StylePreviewsProvider,
  type StylePreviewsProviderProps,
} from "../components/fields/style/StylePreviewsProvider.tsx";
export { SwitchField } from "../components/fields/switch/SwitchField.tsx";
export { TextField } from "../components/fields/text/TextField.tsx";
export { useField, type FormField } from "../components/fields/useFormField.ts";

// Client, jobs, and errors
export { createClient } from "../client/createClient.ts";
export { EaselError } from "../protocol/EaselError.ts";
export { type Client, type HostConfig } from "../client/client.ts";
export { type EaselErrorContext, type EaselEvent } from "../runtime/report.ts";
export { type GenerateStatus } from "../protocol/jobState.ts";
export { type QueueEntry } from "../runtime/queue/queueEntry.ts";
export { type Preset } from "../ledger/createPresets.ts";
export { type Job } from "../runtime/job.ts";
export { type JobImage } from "../protocol/readOutput.ts";
export { type JobResult } from "../protocol/wire.ts";
export { type JobSnapshot } from "../polling/jobSnapshot.ts";

// Models
export { catalog } from "../models/catalog/catalog.ts";
export {
  defineModel,
  type Model,
  type ModelInput,
  type ModelValues,
} from "../models/defineModel.ts";
export { sd21Txt2img } from "../models/catalog/sd21Txt2img.ts";
export { sdxlImg2img } from "../models/catalog/sdxlImg2img.ts";
export { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
export { sdxlTxt2img } from "../models/catalog/sdxlTxt2img.ts";
export { type FieldDescriptor } from "../models/describeFields.ts";
export { type FieldName, type FormValues } from "../models/formValues.ts";
export { type Recipe } from "../models/recipes/readRecipe.ts";
