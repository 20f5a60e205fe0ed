import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Client, Credits, HostConfig } from "../client/client.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { easelKeys, pinnedOptions, scheduledOptions, type EaselQueryOptions } from "./easelKeys.ts";

/** Cache names of clients without an address. */
const clientNames = new WeakMap<Client, string>();

/** Returns the name under which a client's answers are cached. */
export function clientName(client: Client): string {
  const name = client.address ?? clientNames.get(client) ?? `#${newAttemptId()}`;
  clientNames.set(client, name);
  return name;
}

const configFreshMs = 5 * 60_000;
const creditsFreshMs = 10_000;

/** Retries only while the HTTP code doesn't load. */
const retry = (_: number, error: EaselError): boolean =>
  EaselError.is(error) && error.code === "not_loaded";

export interface HostQueryOptions {
  readonly client: Client;
  readonly enabled: boolean;
}

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/** Query options for the host's config, with backoff until it answers once. Null if the client has none. */
export function hostConfigOptions({ client, enabled }: HostQueryOptions) {
  return queryOptions<HostConfig | null, EaselError>({
    ...pinnedOptions,
    queryKey: easelKeys.config(clientName(client)),
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

/** Query options for the host's balance. Null where it is hidden, which is final. */
export function creditsOptions({ client, enabled }: HostQueryOptions) {
  return queryOptions<Credits | null, EaselError>({
    ...pinnedOptions,
    queryKey: easelKeys.credits(clientName(client)),
    queryFn: async ({ signal }) => (await client.getCredits?.({ signal })) ?? null,
    staleTime: ({ state }) => (state.data === null ? Infinity : creditsFreshMs),
    retry,
    refetchOnWindowFocus: true,
    enabled: enabled && client.getCredits !== undefined,
  });
}

/** Query options for whether an unknown submit can be checked. */
export function attemptsOptions({
  client,
  enabled,
}: HostQueryOptions): EaselQueryOptions<boolean, ReturnType<typeof easelKeys.attempts>> {
  return queryOptions<boolean, EaselError, boolean, ReturnType<typeof easelKeys.attempts>>({
    ...scheduledOptions,
    queryKey: easelKeys.attempts(clientName(client)),
    refetchOnReconnect: true,
    queryFn: ({ signal }) => client.keepsAttempts?.({ signal }) ?? false,
    enabled,
  });
}

/** QueryClients, which providers share, with a refresh in this microtask. */
const refreshing = new WeakSet<QueryClient>();

/** Requests the balance again, once for all callers of a microtask. */
export function refreshCredits(cache: QueryClient, client: Client): void {
  const queryKey = easelKeys.credits(clientName(client));
  if (refreshing.has(cache) || cache.getQueryData(queryKey) === null) return;
  refreshing.add(cache);
  queueMicrotask(() => {
    refreshing.delete(cache);
    void cache.invalidateQueries({ queryKey });
  });
}
