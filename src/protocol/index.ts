export { bodyText, readAnswer, type Answer } from "./answer.ts";
export { changeWeight, type PromptSelection, type WeighedPrompt } from "./changeWeight.ts";
export { countPrompt, type PromptCount } from "./countPrompt.ts";
export { EaselError, type EaselErrorInit, type ErrorBody } from "./EaselError.ts";
export { errorFromService, type Asked } from "./errorFromService.ts";
export {
  errorTable,
  isErrorCode,
  type Charged,
  type EaselErrorCode,
  type Retry,
} from "./errorTable.ts";
export { estimateProgress, type ProgressEstimate, type ProgressState } from "./estimateProgress.ts";
export { fileKind, type FileKind } from "./fileType.ts";
export { isFinalState, readJobState, type JobEndState, type JobState } from "./jobState.ts";
export { addLook, type JobLook } from "./addLook.ts";
export { noLooks, type JobLooks } from "./jobLooks.ts";
export { learn } from "./learn.ts";
export { learnedTimes, type LearnedTimes } from "./learnedTimes.ts";
export { nextPollDelay, type PollState } from "./nextPollDelay.ts";
export {
  parsePrompt,
  printPrompt,
  type PromptGroup,
  type PromptPart,
  type PromptText,
} from "./parsePrompt.ts";
export { emptyPollHistory, type PollHistory, type PollRecord } from "./pollHistory.ts";
export { readPollHistory } from "./readPollHistory.ts";
export { type JobImage } from "./readOutput.ts";
export { readPictureFacts, type PictureFacts } from "./readPictureFacts.ts";
export { isRequestId } from "./requestId.ts";
export { readRetryAt } from "./retryAt.ts";
export {
  readResult,
  readStatus,
  readSubmitted,
  type JobMetrics,
  type JobResult,
  type JobStatus,
  type SubmittedJob,
} from "./wire.ts";
