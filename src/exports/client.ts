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

// Jobs
export { checkJob, type CheckJobOptions } from "../runtime/checkJob.ts";
export { fetchResult } from "../runtime/fetchResult.ts";
export { firstSnapshot } from "../runtime/firstSnapshot.ts";
export { pollJob } from "../runtime/pollJob.ts";
export { runJob, type RunJobOptions } from "../runtime/runJob.ts";
export {
  submitJob,
  type SubmitInput,
  type SubmitJobOptions,
  type SubmittedAttempt,
} from "../runtime/submit.ts";

// Protocol
export { EaselError } from "../protocol/EaselError.ts";
export { fileKind, type FileKind } from "../protocol/fileType.ts";
export { isFinalState, readJobState, type JobState } from "../protocol/jobState.ts";
export { readAnswer, type Answer } from "../protocol/answer.ts";
export {
  readResult,
  readStatus,
  readSubmitted,
  type JobMetrics,
  type JobResult,
  type JobStatus,
  type SubmittedJob,
} from "../protocol/wire.ts";
export { type JobImage } from "../protocol/readOutput.ts";

// Polling
export { addObservation, type JobObservation } from "../polling/addObservation.ts";
export {
  emptyPollHistory,
  readPollHistory,
  type PollHistory,
  type PollRecord,
} from "../polling/pollHistory.ts";
export {
  estimateProgress,
  type ProgressEstimate,
  type ProgressState,
} from "../polling/estimateProgress.ts";
export { learn } from "../polling/learn.ts";
export { learnedTimes, type LearnedTimes } from "../polling/learnedTimes.ts";
export { nextPollDelay, type PollState } from "../polling/nextPollDelay.ts";
export { noObservations, type PollObservations } from "../polling/pollObservations.ts";
export { snapshotPollDelay, type JobSnapshot } from "../polling/jobSnapshot.ts";

// Ledger
export {
  createLedger,
  type Ledger,
  type LedgerChange,
  type LedgerOptions,
} from "../ledger/createLedger.ts";
export { currentPageId } from "../ledger/currentPageId.ts";
export {
  hasPendingJob,
  type Attempt,
  type AttemptChange,
  type PendingAttempt,
} from "../ledger/attempt.ts";
export { newAttemptId } from "../ledger/newAttemptId.ts";

// Storage
export { browserStorage } from "../ledger/browserStorage.ts";
export {
  createFavorites,
  type Favorites,
  type FavoritesOptions,
} from "../ledger/createFavorites.ts";
export {
  createPollMemory,
  type PollMemory,
  type PollMemoryOptions,
} from "../ledger/createPollMemory.ts";
export { indexedDbStorage } from "../ledger/indexedDbStorage.ts";
export { memoryStorage } from "../ledger/memoryStorage.ts";
export {
  type LedgerBounds,
  type LedgerStorage,
  type StorageEntries,
} from "../ledger/ledgerStorage.ts";

// Images
export {
  readDigitalSourceType,
  writeDigitalSourceType,
  type DigitalSourceType,
} from "../images/digitalSource.ts";
export { readImageText, writeImageText } from "../images/imageText.ts";
export {
  uploadInputImage,
  type InputImageFailure,
  type InputImageStep,
  type UploadedInputImage,
  type UploadInputImageOptions,
} from "../images/uploadInputImage.ts";
export { type CropArea } from "../images/planResize.ts";
