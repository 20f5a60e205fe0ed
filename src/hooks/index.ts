export {
  EaselProvider,
  type EaselProviderOptions,
  type EaselProviderProps,
} from "./EaselProvider.tsx";
export { useEasel, type EaselContextValue } from "./useEasel.ts";
export { fillForm } from "./fillForm.ts";
export { type GenerateStatus } from "../protocol/jobState.ts";
export { type Job } from "./job.ts";
export { mergeLabels, type LabelOverrides, type Labels } from "./labels/labels.ts";
export { type EaselErrorContext, type EaselEvent } from "./report.ts";
export { easelKeys } from "./jobCache.ts";
export { jobResultOptions, jobStatusOptions } from "./queries.ts";
export { type RunEstimate } from "./estimateRun.ts";
export { useCredits, type UseCreditsOptions, type UseCreditsResult } from "./useCredits.ts";
export { useEstimate } from "./useEstimate.ts";
export { useFavourites, type UseFavouritesResult } from "./useFavourites.ts";
export { useFieldWarnings } from "./useFieldWarnings.ts";
export {
  useGenerate,
  type Progress,
  type UseGenerateOptions,
  type UseGenerateResult,
} from "./useGenerate.ts";
export {
  useImageUpload,
  type ImageSource,
  type ImageUploadStatus,
  type UseImageUploadOptions,
  type UseImageUploadResult,
} from "./useImageUpload.ts";
export {
  useHistory,
  type HistoryFilter,
  type UseHistoryOptions,
  type UseHistoryResult,
} from "./useHistory.ts";
export { type Selection } from "./useSelection.ts";
export { useHostConfig, type UseHostConfigOptions } from "./useHostConfig.ts";
export { useHostModels } from "./useHostModels.ts";
export { useJobResult, type UseJobResultResult } from "./useJobResult.ts";
export { useJobs, type UseJobsResult } from "./useJobs.ts";
export { useJobStatus, type UseJobStatusResult } from "./useJobStatus.ts";
export { useModelWords } from "./useModelWords.ts";
export { useLastSeed } from "./useLastSeed.ts";
export { useModelForm, type ModelForm, type UseModelFormOptions } from "./useModelForm.ts";
export { useReasons, type Reason, type UseReasonsOptions } from "./useReasons.ts";
export { useRecipeLink, type UseRecipeLinkOptions } from "./useRecipeLink.ts";
export { useRecentTexts } from "./useRecentTexts.ts";
