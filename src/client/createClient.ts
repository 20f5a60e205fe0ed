import { EaselError } from "../protocol/EaselError.ts";
import type { Client, ReadOptions } from "./client.ts";
import type { HostClient, HostOptions } from "./createHostClient.ts";
import { createLater, mapLater, type Later } from "./createLater.ts";
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

/** The requests and the readers of their answers: of no use before something is asked. */
export const hostCalls = createLater(() => import("./createHostClient.ts"));

const callsOf = new WeakMap<Client, Later<HostClient>>();

/** What a client still has to load before it can ask; an app's own brings all that it needs. */
export const clientCalls = (client: Client): Later<HostClient> | undefined => callsOf.get(client);

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
  const calls = mapLater(hostCalls, ({ createHostClient }) => createHostClient(base, options));

  async function wait(signal: AbortSignal | undefined): Promise<HostClient> {
    try {
      return await untilAborted(calls.get(), signal);
    } catch (cause) {
      // Nothing has been sent yet.
      throw signal?.aborted
        ? new EaselError("aborted", { charged: "no", cause })
        : new EaselError("not_loaded", { cause });
    }
  }

  async function ask<T>(
    read: ReadOptions | undefined,
    call: (host: HostClient) => Promise<T>,
  ): Promise<T> {
    return call(calls.now() ?? (await wait(read?.signal)));
  }

  const client: Client = {
    ...(isAddressed ? { address: base } : {}),
    ...(events ? { subscribe: (id, how) => ask(how, (host) => host.subscribe(id, how)) } : {}),
    reach: (how) => {
      const host = calls.now();
      return host ? host.reach(how) : ask(how, (there) => there.reach(how) ?? Promise.resolve());
    },
    submit: (id, input, how) => ask(how, (host) => host.submit(id, input, how)),
    getStatus: (id, how) => ask(how, (host) => host.getStatus(id, how)),
    getResult: (id, how) => ask(how, (host) => host.getResult(id, how)),
    getAsset: (url, how) => ask(how, (host) => host.getAsset(url, how)),
    keepsAttempts: (how) => ask(how, (host) => host.keepsAttempts(how)),
    getConfig: (how) => ask(how, (host) => host.getConfig(how)),
    getCredits: (how) => ask(how, (host) => host.getCredits(how)),
    uploadImage: (image, how) => ask(how, (host) => host.uploadImage(image, how)),
  };
  callsOf.set(client, calls);
  calls.hurry();
  return client;
}
