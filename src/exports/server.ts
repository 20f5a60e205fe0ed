export {
  type Backend,
  type CallOptions,
  type AccountCredits,
  type BackendJob,
} from "../server/backends/backend.ts";
export { segmind, type SegmindOptions } from "../server/backends/segmind.ts";
export { createHandler } from "../server/handler/createHandler.ts";
export { type CloseOptions, type Handler } from "../server/handler/handler.ts";
export { type HandlerEvent, type UpstreamCall } from "../server/events/handlerEvent.ts";
export {
  type EndedJob,
  type JobRequest,
  type SubmitEnd,
  type SubmitOutcome,
} from "../server/options/hookEvents.ts";
export { type HandlerLimits } from "../server/options/handlerLimits.ts";
export { type HandlerOptions } from "../server/options/handlerOptions.ts";
export { type HandlerUser } from "../server/options/hookEvents.ts";
export { isConnectError } from "../server/http/isConnectError.ts";
export {
  type PlainAnswer,
  type PlainCall,
  type PlainFetch,
  type ServiceFetch,
} from "../server/http/plainCall.ts";
export { type RedisClient } from "../server/stores/connectRedis.ts";
export { memoryStore, type MemoryStoreOptions } from "../server/stores/memoryStore.ts";
export { redisStore, type RedisStoreOptions } from "../server/stores/redisStore.ts";
export { type Store } from "../server/stores/store.ts";
export { type TicketInfo } from "../server/security/createTickets.ts";
