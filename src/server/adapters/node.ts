export { closeOnSignal, type ClosableServer, type CloseOnSignalOptions } from "./closeOnSignal.ts";
export { nodeFetch, type NodeFetchOptions } from "./nodeFetch.ts";
export { toFastifyPlugin } from "./toFastifyPlugin.ts";
export { toNextPagesHandler } from "./toNextPagesHandler.ts";
export { toNodeListener, type NodeListenerOptions } from "./toNodeListener.ts";
