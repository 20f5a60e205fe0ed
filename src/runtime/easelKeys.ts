import {
  isServer,
  type QueryClient,
  type QueryObserverOptions,
  type UseQueryOptions,
} from "@tanstack/react-query";
import type { EaselError } from "../protocol/EaselError.ts";

/** Query keys that this package uses in the app's QueryClient. */
export const easelKeys = {
  all: ["easel"] as const,
  status: (requestId: string) => ["easel", "status", requestId] as const,
  result: (requestId: string) => ["easel", "result", requestId] as const,
  attempts: (address: string) => ["easel", "attempts", address] as const,
  config: (address: string) => ["easel", "config", address] as const,
  credits: (address: string) => ["easel", "credits", address] as const,
};

/** Query options that override all defaults of the app's QueryClient. */
const allOptions = {
  enabled: true,
  staleTime: 0,
  // On a server, a finite time would start a timer that keeps the process alive.
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
  experimental_prefetchInRender: false,
} as const satisfies Record<
  // The excluded options identify the query, are set by TanStack Query, or have no effect on these queries.
  | Exclude<
      keyof QueryObserverOptions,
      | "queryKey"
      | "queryHash"
      | "_defaulted"
      | "_optimisticResults"
      | "_type"
      | "initialDataUpdatedAt"
      | "maxPages"
    >
  | "subscribed"
  | "experimental_prefetchInRender",
  unknown
>;

/** Options that override the app's defaults. Typed narrowly, because TanStack's types reject explicit `undefined`. */
export const pinnedOptions: { readonly networkMode: "always" } = allOptions;

/** Options for queries that are updated only on the polling schedule, even in a hidden tab. */
export const scheduledOptions = {
  ...pinnedOptions,
  staleTime: Infinity,
  gcTime: Infinity,
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: false,
} as const;

/** Sets query defaults for data that is written to the cache without a query, such as another tab's snapshots. */
export function pinDefaults(queryClient: QueryClient): void {
  queryClient.setQueryDefaults(easelKeys.all, pinnedOptions);
  queryClient.setQueryDefaults(easelKeys.status("").slice(0, -1), { gcTime: Infinity });
}

export type EaselQueryOptions<Data, Key extends readonly unknown[]> = UseQueryOptions<
  Data,
  EaselError,
  Data,
  Key
> & {
  readonly queryKey: Key;
};
