import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Client, Credits, HostConfig } from "../client/client.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { easelKeys, pinnedOptions, scheduledOptions, type EaselQueryOptions } from "./easelKeys.ts";

/** Names used in query keys for clients that have no address. */
const clientNames = new WeakMap<Client, string>();

export function clientName(client: Client): string {
  const name = client.address ?? clientNames.get(client) ?? `#${newAttemptId()}`;
  clientNames.set(client, name);
  return name;
}

const configFreshMs = 5 * 60_000;
const creditsFreshMs = 10_000;

/** Returns whether to retry, which is true only if the lazily loaded HTTP code didn't load. */
const retry = (_: number, error: EaselError): boolean =>
  EaselError.is(error) && error.code === "not_loaded";

export interface HostQueryOptions {
  readonly client: Client;
  readonly enabled: boolean;
}

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/** Creates the config query, which retries with backoff. The data is null if the client has no `getConfig`. */
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

/** Returns whether pending jobs can be stopped. A custom client without `getConfig` only needs `cancelJob`. */
export const canCancelJobs = (client: Client, config: HostConfig | null | undefined): boolean =>
  client.cancelJob !== undefined && (client.getConfig === undefined || config?.canCancel === true);

/** Creates the balance query. If the host doesn't expose its balance, the data is null and never becomes stale. */
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

/** Creates a query that returns whether submissions with an `unknown` outcome can be checked. */
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

const refreshing = new WeakSet<QueryClient>();

/** Refetches the balance. Several calls before the next microtask trigger only one refetch. */
export function refreshCredits(cache: QueryClient, client: Client): void {
  const queryKey = easelKeys.credits(clientName(client));
  if (refreshing.has(cache) || cache.getQueryData(queryKey) === null) return;
  refreshing.add(cache);
  queueMicrotask(() => {
    refreshing.delete(cache);
    void cache.invalidateQueries({ queryKey });
  });
}
