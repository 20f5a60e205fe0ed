import {
  isServer,
  queryOptions,
  type QueryClient,
  type QueryObserverOptions,
  type UseQueryOptions,
} from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { EaselError } from "../protocol/EaselError.ts";

/** Every key of ours in the app's QueryClient. */
export const easelKeys = {
  all: ["easel"] as const,
  status: (requestId: string) => ["easel", "status", requestId] as const,
  result: (requestId: string) => ["easel", "result", requestId] as const,
  attempts: (address = "") => ["easel", "attempts", address] as const,
  config: (address = "") => ["easel", "config", address] as const,
  credits: (address = "") => ["easel", "credits", address] as const,
};

const names = new WeakMap<Client, string>();
let unnamed = 0;

/** What a client's answers are kept under: its address; one without any has a name of its own for as long as it lives. */
export function nameOf(client: Client): string {
  const name = client.address ?? names.get(client) ?? `#${unnamed++}`;
  names.set(client, name);
  return name;
}

/**
 * Every option of a query, so that no default of the app's QueryClient changes what our hooks mean: with its
 * `placeholderData`, say, one job would show another's image.
 */
const allOptions = {
  enabled: true,
  staleTime: 0,
  // On a server the timer would keep the process alive after it has rendered.
  gcTime: isServer ? Infinity : 5 * 60_000,
  retry: false,
  retryDelay: undefined,
  retryOnMount: true,
  networkMode: "always",
  refetchInterval: false,
  refetchIntervalInBackground: false,
  refetchOnMount: true,
  refetchOnWindowFocus: true,
  refetchOnReconnect: false,
  initialData: undefined,
  initialDataUpdatedAt: undefined,
  placeholderData: undefined,
  select: undefined,
  structuralSharing: true,
  notifyOnChangeProps: undefined,
  throwOnError: false,
  suspense: false,
  subscribed: true,
  queryFn: undefined,
  queryKeyHashFn: undefined,
  persister: undefined,
  behavior: undefined,
  meta: undefined,
  maxPages: undefined,
  experimental_prefetchInRender: false,
} as const satisfies Record<
  // The others are the query's own identity, or set by TanStack Query itself.
  | Exclude<
      keyof QueryObserverOptions,
      "queryKey" | "queryHash" | "_defaulted" | "_optimisticResults" | "_type"
    >
  | "subscribed"
  | "experimental_prefetchInRender",
  unknown
>;

/** Typed without most names, because TanStack's types take no explicit `undefined`. */
export const fixed: { readonly networkMode: "always" } = allOptions;

/** For a job's queries: they follow our schedule alone, also in a hidden tab, and are kept until the page goes. */
export const ours = {
  ...fixed,
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  networkMode: "always",
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

/** The same for what is put into the cache without a query. What another tab has found is kept until the page goes. */
export function fixDefaults(cache: QueryClient): void {
  cache.setQueryDefaults(easelKeys.all, fixed);
  cache.setQueryDefaults(easelKeys.status("").slice(0, -1), { gcTime: Infinity });
}

export type Options<Data, Key extends readonly unknown[]> = UseQueryOptions<
  Data,
  EaselError,
  Data,
  Key
> & {
  readonly queryKey: Key;
};

export type StatusKey = ReturnType<typeof easelKeys.status>;
export type AttemptsKey = ReturnType<typeof easelKeys.attempts>;
export type ResultKey = ReturnType<typeof easelKeys.result>;

/** Whether checking on an unknown submit is safe with this backend; asked only when there is one. */
export function attemptsOptions({
  client,
  enabled,
}: {
  readonly client: Client;
  readonly enabled: boolean;
}): Options<boolean, AttemptsKey> {
  return queryOptions<boolean, EaselError, boolean, AttemptsKey>({
    ...ours,
    queryKey: easelKeys.attempts(nameOf(client)),
    refetchOnReconnect: true,
    queryFn: ({ signal }) => client.keepsAttempts?.({ signal }) ?? false,
    enabled,
  });
}
