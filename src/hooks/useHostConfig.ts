"use client";
import { useQuery } from "@tanstack/react-query";
import { hostConfigOptions } from "../runtime/hostQueries.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseHostConfigOptions {
  /** Whether to request the config. @default true */
  readonly enabled?: boolean | undefined;
}

/** Returns the host's models, limits, and prices, cached for five minutes. */
export function useHostConfig({ enabled = true }: UseHostConfigOptions = {}) {
  const { client } = useProviderValue();
  const { data, error, isPending } = useQuery(hostConfigOptions({ client, enabled }));
  return {
    /** The host's config. Undefined while the config is loading, or if the client has no `getConfig`. */
    config: data ?? undefined,
    isPending: enabled && client.getConfig !== undefined && isPending,
    /** Error from the last request. The request is retried with backoff, and the previous config is kept. */
    error: error ?? undefined,
  };
}
