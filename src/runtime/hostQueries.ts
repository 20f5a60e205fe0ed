import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Client, Credits, HostConfig } from "../client/client.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { easelKeys, fixed, nameOf } from "./jobCache.ts";

const configFreshMs = 5 * 60_000;
const creditsFreshMs = 10_000;

/** Its code is asked for until it is there; what the host answers is the last word. */
const retry = (_: number, error: EaselError): boolean =>
  EaselError.is(error) && error.code === "not_loaded";

export interface HostOptions {
  readonly client: Client;
  readonly enabled: boolean;
}

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/** What the host offers and allows, requested again with backoff until it has answered once; null where the client can't ask. */
export function hostConfigOptions({ client, enabled }: HostOptions) {
  return queryOptions<HostConfig | null, EaselError>({
    ...fixed,
    queryKey: easelKeys.config(nameOf(client)),
    queryFn: async ({ signal }) => (await client.getConfig?.({ signal })) ?? null,
    staleTime: configFreshMs,
    retry,
    refetchOnReconnect: true,
    refetchInterval: ({ state: { data, error, errorUpdateCount } }) =>
      error !== null && data === undefined
        ? Math.min(firstRetryMs * 2 ** (errorUpdateCount - 1), longestRetryMs)
        : false,
    enabled: enabled && client.getConfig !== undefined,
  });
}

/** What is left on the host's account; null where it is shown to nobody, and then it is not asked for again. */
export function creditsOptions({ client, enabled }: HostOptions) {
  return queryOptions<Credits | null, EaselError>({
    ...fixed,
    queryKey: easelKeys.credits(nameOf(client)),
    queryFn: async ({ signal }) => (await client.getCredits?.({ signal })) ?? null,
    staleTime: ({ state }) => (state.data === null ? Infinity : creditsFreshMs),
    retry,
    refetchOnWindowFocus: true,
    enabled: enabled && client.getCredits !== undefined,
  });
}

const refreshing = new WeakSet<QueryClient>();

/** Asks for the balance again, once for all who want it in the same moment. */
export function refreshCredits(cache: QueryClient, client: Client): void {
  const queryKey = easelKeys.credits(nameOf(client));
  if (refreshing.has(cache) || cache.getQueryData(queryKey) === null) return;
  refreshing.add(cache);
  queueMicrotask(() => {
    refreshing.delete(cache);
    void cache.invalidateQueries({ queryKey });
  });
}
