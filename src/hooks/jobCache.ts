import { queryOptions, type UseQueryOptions } from "@tanstack/react-query";
import type { Client } from "../client/index.ts";
import type { EaselError } from "../protocol/index.ts";

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

/** What goes for all: they are asked for by our schedule alone, also in a hidden tab, and kept until the page goes. */
export const ours = {
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  networkMode: "always",
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

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
