import { EaselError } from "../protocol/EaselError.ts";
import type { Client, ReadOptions } from "./client.ts";
import type { HostClient, HostOptions } from "./createHostClient.ts";
import { lazyModule } from "./lazyModule.ts";
import { readBaseUrl } from "./readBaseUrl.ts";
import { untilAborted } from "./untilAborted.ts";

export interface ClientOptions extends HostOptions {
  /**
   * Where the host's handler is mounted: a path that starts with a slash, or a whole address. Anything else throws a
   * `TypeError`.
   *
   * @default "/api/easel"
   */
  readonly baseUrl?: string | undefined;
  /**
   * Follows running jobs over the handler's stream of events, at most two at a time, and asks on the schedule where none
   * comes through. A job's end is heard of at once, in one request. Each stream holds a connection as long as its job
   * runs, and a host that bills by the time that a function runs pays for it: so it is yours to turn on.
   *
   * @default false
   */
  readonly events?: boolean | undefined;
}

/** Code of the requests and of reading the answers, loaded with the first request. */
export const hostClientModule = lazyModule(() => import("./createHostClient.ts"));

/**
 * A client that speaks Segmind's v2 to the host's backend: `createHandler` of `react-easel/server`, or any backend that
 * forwards those routes and answers `GET /config`. The code of its requests is lazy; if it does not load, nothing is sent and
 * the error is `not_loaded`.
 *
 * A client has functions, so a server component can't hand one to `<EaselProvider client>`: give that
 * `baseUrl="/api/easel"` instead where it stands in a server layout, or call this in a module with "use client".
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
  // A fetcher without an address may be a backend in the page, which is another one after a reload.
  const isAddressed = options.baseUrl !== undefined || !options.fetcher;
  let host: HostClient | undefined;
  const create = ({ createHostClient }: typeof import("./createHostClient.ts")) =>
    (host ??= createHostClient(base, options));

  /** Returns the HTTP client once its code is loaded, by any client of the page. */
  function loadedHost(): HostClient | undefined {
    const module = hostClientModule.loaded();
    return module && create(module);
  }

  async function loadHost(signal: AbortSignal | undefined): Promise<HostClient> {
    try {
      return create(await untilAborted(hostClientModule.load(), signal));
    } catch (cause) {
      // Nothing has been sent yet.
      throw signal?.aborted
        ? new EaselError("aborted", { charged: "no", cause })
        : new EaselError("not_loaded", { cause });
    }
  }

  const ask = async <T>(
    read: ReadOptions | undefined,
    call: (loaded: HostClient) => Promise<T>,
  ): Promise<T> => call(loadedHost() ?? (await loadHost(read?.signal)));

  return {
    ...(isAddressed ? { address: base } : {}),
    ...(events ? { subscribe: (id, how) => ask(how, (loaded) => loaded.subscribe(id, how)) } : {}),
    reach: (how) => {
      const loaded = loadedHost();
      return loaded ? loaded.reach(how) : ask(how, async (one) => one.reach(how));
    },
    submit: (id, input, how) => ask(how, (loaded) => loaded.submit(id, input, how)),
    getStatus: (id, how) => ask(how, (loaded) => loaded.getStatus(id, how)),
    getResult: (id, how) => ask(how, (loaded) => loaded.getResult(id, how)),
    getAsset: (url, how) => ask(how, (loaded) => loaded.getAsset(url, how)),
    keepsAttempts: (how) => ask(how, (loaded) => loaded.keepsAttempts(how)),
    getConfig: (how) => ask(how, (loaded) => loaded.getConfig(how)),
    getCredits: (how) => ask(how, (loaded) => loaded.getCredits(how)),
    uploadImage: (image, how) => ask(how, (loaded) => loaded.uploadImage(image, how)),
  };
}
