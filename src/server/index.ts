export { type Backend, type CallOptions, type Credits, type JobRecord } from "./backend.ts";
export { segmind, type SegmindOptions } from "./backends/segmind.ts";
export { createHandler } from "./createHandler.ts";
export { type CloseOptions, type Handler, type TicketInfo } from "./handler.ts";
export { type HandlerEvent, type UpstreamCall } from "./handlerEvent.ts";
export { isConnectError } from "./isConnectError.ts";
export {
  type EndedJob,
  type HandlerLimits,
  type HandlerOptions,
  type HandlerUser,
  type JobRequest,
  type SubmitEnd,
  type SubmitOutcome,
} from "./handlerOptions.ts";
export {
  type PlainAnswer,
  type PlainCall,
  type PlainFetch,
  type ServiceFetch,
} from "./plainCall.ts";
export { memoryStore, type MemoryStoreOptions } from "./stores/memoryStore.ts";
export { type RedisClient } from "./stores/connectRedis.ts";
export { redisStore, type RedisStoreOptions } from "./stores/redisStore.ts";
export { type Store } from "./stores/store.ts";
