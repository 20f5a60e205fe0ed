"use client";
import { useQuery } from "@tanstack/react-query";
import type { HostConfig } from "../client/client.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import { hostConfigOptions } from "../runtime/hostQueries.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseHostConfigOptions {
  /** @default true */
  readonly enabled?: boolean | undefined;
}

export interface UseHostConfigResult {
  /** Undefined while pending, and if the client has no `getConfig`. */
  readonly config: HostConfig | undefined;
  readonly isPending: boolean;
  /** Of the last request, which is repeated with backoff. The data stays. */
  readonly error: EaselError | undefined;
}

/** Returns the host's models, limits and prices, cached for five minutes. */
export function useHostConfig({ enabled = true }: UseHostConfigOptions = {}): UseHostConfigResult {
  const { client } = useProviderValue();
  const { data, error, isPending } = useQuery(hostConfigOptions({ client, enabled }));
  return {
    config: data ?? undefined,
    isPending: enabled && client.getConfig !== undefined && isPending,
    error: error ?? undefined,
  };
}
