// Handler
export { createHandler } from "../server/handler/createHandler.ts";
export { type CloseOptions, type Handler } from "../server/handler/handler.ts";
export { type HandlerEvent, type UpstreamCall } from "../server/events/handlerEvent.ts";
export { type HandlerLimits } from "../server/options/handlerLimits.ts";
export { type HandlerOptions } from "../server/options/handlerOptions.ts";
export {
  type EndedJob,
  type HandlerUser,
  type JobRequest,
  type SubmitEnd,
  type SubmitOutcome,
} from "../server/options/hookEvents.ts";
export { type TicketInfo } from "../server/security/createTickets.ts";

// Backends
export { fileKind, type FileKind } from "../protocol/fileType.ts";
export { isConnectError } from "../server/http/isConnectError.ts";
export { readJobState, type JobEndState, type JobState } from "../protocol/jobState.ts";
export { segmind, type SegmindOptions } from "../server/backends/segmind.ts";
export {
  type AccountCredits,
  type Backend,
  type BackendJob,
  type CallOptions,
} from "../server/backends/backend.ts";
export { type JobImage } from "../protocol/readOutput.ts";
export { type JobMetrics, type JobStatus, type SubmittedJob } from "../protocol/wire.ts";
export {
  type PlainAnswer,
  type PlainCall,
  type PlainFetch,
  type ServiceFetch,
} from "../server/http/plainCall.ts";

// Stores
export { memoryStore, type MemoryStoreOptions } from "../server/stores/memoryStore.ts";
export { redisStore, type RedisStoreOptions } from "../server/stores/redisStore.ts";
export { type RedisClient } from "../server/stores/connectRedis.ts";
export { type Store } from "../server/stores/store.ts";
