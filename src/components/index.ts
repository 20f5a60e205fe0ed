export * as PromptForm from "./form/promptFormParts.ts";
export type { FieldControls, PromptFormFieldsProps } from "./form/PromptFormFields.tsx";
export type { PromptFormPriceProps } from "./form/PromptFormPrice.tsx";
export type { PromptFormReasonsProps } from "./form/PromptFormReasons.tsx";
export type { PromptFormRootProps } from "./form/PromptFormRoot.tsx";
export type { PromptFormSubmitProps } from "./form/PromptFormSubmit.tsx";
export {
  FieldFrame,
  type ControlAttributes,
  type FieldComponent,
  type FieldFrameProps,
  type FieldProps,
} from "./fields/FieldFrame.tsx";
export { useField } from "./fields/useField.ts";
export type { FormField } from "./fields/useFormField.ts";
export { ImageField, type ImageFieldProps } from "./fields/ImageField.tsx";
export { NumberField } from "./fields/NumberField.tsx";
export { SeedField } from "./fields/SeedField.tsx";
export { SelectField } from "./fields/SelectField.tsx";
export { SizeField } from "./fields/SizeField.tsx";
export { SwitchField } from "./fields/SwitchField.tsx";
export { TextField } from "./fields/TextField.tsx";
export { SchedulerSelect, type SchedulerSelectProps } from "./form/SchedulerSelect.tsx";
export { StylePicker, type StylePickerProps } from "./stylePicker/StylePicker.tsx";
export { ClassNamesProvider, type ClassNamesProviderProps } from "./parts/ClassNamesProvider.tsx";
export { type ClassNames, type PartName } from "./parts/partNames.ts";
export { type PartProps, type PartState } from "./parts/renderPart.ts";
export { CreditsBadge, type CreditsBadgeProps } from "./CreditsBadge.tsx";
export * as HistoryList from "./history/historyListParts.ts";
export type { HistoryListFilterProps } from "./history/HistoryListFilter.tsx";
export type { HistoryListGridProps } from "./history/HistoryListGrid.tsx";
export type { HistoryListNoticeProps } from "./history/HistoryListNotice.tsx";
export type { HistoryListRootProps } from "./history/HistoryListRoot.tsx";
export type { HistoryListSearchProps } from "./history/HistoryListSearch.tsx";
export type { HistoryListSelectionProps } from "./history/HistoryListSelection.tsx";
export * as ImageResult from "./result/imageResultParts.ts";
export type { ImageResultCompareProps } from "./result/ImageResultCompare.tsx";
export type { ImageResultCopyProps } from "./result/ImageResultCopy.tsx";
export type { ImageResultDetailsProps } from "./result/ImageResultDetails.tsx";
export type { ImageResultDownloadProps } from "./result/ImageResultDownload.tsx";
export type { ImageResultDownloadAllProps } from "./result/ImageResultDownloadAll.tsx";
export type { ImageResultLinkProps } from "./result/ImageResultLink.tsx";
export type { ImageResultGridProps } from "./result/ImageResultGrid.tsx";
export type { ImageResultImageProps } from "./result/ImageResultImage.tsx";
export type { ImageResultReuseProps } from "./result/ImageResultReuse.tsx";
export type { ImageResultRootProps } from "./result/ImageResultRoot.tsx";
export type { ImageResultZoomProps } from "./result/ImageResultZoom.tsx";
export type { CompareSide, PictureToCompare } from "./result/useCompareSides.ts";
export { JobError, type JobErrorProps } from "./jobs/JobError.tsx";
export { JobProgress, type JobProgressProps } from "./jobs/JobProgress.tsx";
export { JobTray, type JobTrayProps } from "./jobs/JobTray.tsx";
export { ModelSwitch, type ModelSwitchProps } from "./form/ModelSwitch.tsx";
export { Studio, type StudioProps } from "./studio/Studio.tsx";
