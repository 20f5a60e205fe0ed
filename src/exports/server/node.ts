export {
  closeOnSignal,
  type ClosableServer,
  type CloseOnSignalOptions,
} from "../../server/adapters/closeOnSignal.ts";
export { nodeFetch, type NodeFetchOptions } from "../../server/adapters/nodeFetch.ts";
export { toFastifyPlugin } from "../../server/adapters/toFastifyPlugin.ts";
export { toNextPagesHandler } from "../../server/adapters/toNextPagesHandler.ts";
export { toNodeListener, type NodeListenerOptions } from "../../server/adapters/toNodeListener.ts";
