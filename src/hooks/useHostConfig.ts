"use client";
import { useQuery } from "@tanstack/react-query";
import { hostConfigOptions } from "../runtime/hostQueries.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseHostConfigOptions {
  /** @default true */
  readonly enabled?: boolean | undefined;
}

/** Returns the host's models, limits and prices, cached for five minutes. */
export function useHostConfig({ enabled = true }: UseHostConfigOptions = {}) {
  const { client } = useProviderValue();
  const { data, error, isPending } = useQuery(hostConfigOptions({ client, enabled }));
  return {
    /** Undefined while pending, and if the client has no `getConfig`. */
    config: data ?? undefined,
    isPending: enabled && client.getConfig !== undefined && isPending,
    /** Of the last request, which is repeated with backoff. The data stays. */
    error: error ?? undefined,
  };
}
