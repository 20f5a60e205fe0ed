export { beginJob, type BeginJobOptions, type BegunJob } from "./beginJob.ts";
export {
  type Client,
  type Credits,
  type HostConfig,
  type OfferedModel,
  type ReadOptions,
  type SubmitOptions,
  type SubscribeOptions,
  type UploadOptions,
} from "./client.ts";
export { createClient, type ClientOptions } from "./createClient.ts";
export { nextLookDelay, type JobWatch } from "./jobWatch.ts";
export { lookAtJob } from "./lookAtJob.ts";
export { startWatch } from "./startWatch.ts";
export { browserStorage } from "./browserStorage.ts";
export { checkJob, type CheckJobOptions } from "./checkJob.ts";
export { createFavourites, type Favourites, type FavouritesOptions } from "./createFavourites.ts";
export {
  createLedger,
  type Ledger,
  type LedgerChange,
  type LedgerOptions,
} from "./createLedger.ts";
export { createPollMemory, type PollMemory, type PollMemoryOptions } from "./createPollMemory.ts";
export { indexedDbStorage } from "./indexedDbStorage.ts";
export {
  fileLifeMs,
  isUnfinished,
  recordLifeMs,
  type JobRecord,
  type UnfinishedRecord,
} from "./jobRecord.ts";
export { type LedgerBounds, type LedgerEntries, type LedgerStorage } from "./ledgerStorage.ts";
export { type RecordChange } from "./mergeRecords.ts";
export { memoryStorage } from "./memoryStorage.ts";
export { type PictureCrop } from "./pictures/picturePlan.ts";
export {
  uploadPicture,
  type PictureFailure,
  type PictureStep,
  type UploadedPicture,
  type UploadPictureOptions,
} from "./pictures/uploadPicture.ts";
export { thisPage } from "./thisPage.ts";
export { fetchResult } from "./fetchResult.ts";
export { newAttemptId } from "./newAttemptId.ts";
export { readPictureText, writePictureText } from "./pictureText.ts";
export { runJob, type RunJobOptions } from "./runJob.ts";
export * from "../protocol/index.ts";
