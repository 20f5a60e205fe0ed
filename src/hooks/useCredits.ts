"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { EaselError } from "../protocol/EaselError.ts";
import { creditsOptions, refreshCredits } from "../runtime/hostQueries.ts";
import { onJobEnd } from "../runtime/onJobEnd.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";

export interface UseCreditsOptions {
  /** Whether to request the balance. @default true */
  readonly enabled?: boolean | undefined;
}

export interface UseCreditsResult {
  /** Credits in the host's account. Undefined while the balance is loading or hidden. */
  readonly credits: number | undefined;
  readonly freeCredits: number | undefined;
  readonly isPending: boolean;
  readonly isHidden: boolean;
  /** Error from the last request. `credits` and `freeCredits` keep their previous values. */
  readonly error: EaselError | undefined;
  readonly refresh: () => void;
}

/**
 * Longer than the handler caches a balance, which may be from before the job: 2 seconds, or up to 10 with a limit of 60
 * upstream requests per minute.
 */
const hostCacheMs = [3_000, 11_000];

/** Returns the host's balance, which `createHandler` hides by default. Refetches it on focus and after each job. */
export function useCredits({ enabled = true }: UseCreditsOptions = {}): UseCreditsResult {
  const { client, ledger } = useProviderValue();
  const cache = useQueryClient();
  const { config, isPending: isConfigPending } = useHostConfig({ enabled });
  const isShown = config?.credits !== false;
  // Requesting a hidden balance would log a 404 in the browser's console.
  const { data, error } = useQuery(
    creditsOptions({ client, enabled: enabled && isShown && !isConfigPending }),
  );

  const refresh = useCallback(() => refreshCredits(cache, client), [cache, client]);

  const isHidden = !enabled || client.getCredits === undefined || !isShown || data === null;
  useEffect(() => {
    if (isHidden) return undefined;
    let timers: readonly ReturnType<typeof setTimeout>[] = [];
    const unsubscribe = onJobEnd(ledger, () => {
      refresh();
      timers.forEach(clearTimeout);
      timers = hostCacheMs.map((ms) => setTimeout(refresh, ms));
    });
    return () => {
      timers.forEach(clearTimeout);
      unsubscribe();
    };
  }, [isHidden, ledger, refresh]);

  return {
    credits: data?.credits,
    freeCredits: data?.freeCredits,
    isPending: !isHidden && !data && !error,
    isHidden,
    error: error ?? undefined,
    refresh,
  };
}
