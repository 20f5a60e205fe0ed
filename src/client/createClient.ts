import { EaselError } from "../protocol/EaselError.ts";
import type { Client, ReadOptions } from "./client.ts";
import type { HostClient, HostOptions } from "./createHostClient.ts";
import { lazyModule } from "./lazyModule.ts";
import { readBaseUrl } from "./readBaseUrl.ts";
import { untilAborted } from "./untilAborted.ts";

export interface ClientOptions extends HostOptions {
  /** URL or absolute path of the handler. Any other value throws a `TypeError`. @default "/api/easel" */
  readonly baseUrl?: string | undefined;
  /**
   * Whether to stream the events of up to two jobs at a time, in addition to polling. A stream keeps a connection open
   * while its job is pending, which costs money on hosts that bill functions by run time.
   *
   * @default false
   */
  readonly events?: boolean | undefined;
}

export const hostClientModule = lazyModule(() => import("./createHostClient.ts"));

/**
 * Creates a client for `createHandler`, or for any backend that forwards Segmind's v2 routes and serves `GET /config`.
 * If the client's lazy-loaded code fails to load, calls reject with `not_loaded` and send nothing.
 *
 * Server components can't pass a client to `<EaselProvider>`. Pass `baseUrl` instead, or create the client in a module
 * with "use client".
 *
 * @example
 * const client = createClient({
 *   baseUrl: "/api/easel",
 *   headers: async () => ({ authorization: `Bearer ${await getToken()}` }),
 * });
 */
export function createClient(options: ClientOptions = {}): Client {
  const { events = false } = options;
  const base = readBaseUrl(options.baseUrl ?? "/api/easel");
  const isAddressed = options.baseUrl !== undefined || !options.fetcher;
  let host: HostClient | undefined;

  async function withHost<T>(
    { signal }: ReadOptions = {},
    call: (loaded: HostClient) => Promise<T>,
  ): Promise<T> {
    let module = hostClientModule.loaded();
    try {
      module ??= await untilAborted(hostClientModule.load(), signal);
    } catch (cause) {
      throw signal?.aborted
        ? new EaselError("aborted", { charged: "no", cause })
        : new EaselError("not_loaded", { cause });
    }
    host ??= module.createHostClient(base, options);
    return call(host);
  }

  return {
    ...(isAddressed && { address: base }),
    ...(events && {
      subscribe: (id, how) => withHost(how, (loaded) => loaded.subscribe(id, how)),
    }),
    reach: (how) => (host ? host.reach(how) : withHost(how, async (one) => one.reach(how))),
    submit: (id, input, how) => withHost(how, (loaded) => loaded.submit(id, input, how)),
    getStatus: (id, how) => withHost(how, (loaded) => loaded.getStatus(id, how)),
    cancelJob: (id, how) => withHost(how, (loaded) => loaded.cancelJob(id, how)),
    getResult: (id, how) => withHost(how, (loaded) => loaded.getResult(id, how)),
    getAsset: (url, how) => withHost(how, (loaded) => loaded.getAsset(url, how)),
    keepsAttempts: (how) => withHost(how, (loaded) => loaded.keepsAttempts(how)),
    getConfig: (how) => withHost(how, (loaded) => loaded.getConfig(how)),
    getCredits: (how) => withHost(how, (loaded) => loaded.getCredits(how)),
    uploadImage: (image, how) => withHost(how, (loaded) => loaded.uploadImage(image, how)),
  };
}
