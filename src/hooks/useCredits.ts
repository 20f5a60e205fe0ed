"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { EaselError } from "../protocol/EaselError.ts";
import { creditsOptions, hostConfigOptions, refreshCredits } from "../runtime/hostQueries.ts";
import { onJobEnd } from "../runtime/onJobEnd.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseCreditsOptions {
  /** Whether to ask at all. @default true */
  readonly enabled?: boolean | undefined;
}

export interface UseCreditsResult {
  /** What is left on the host's account, in the service's credits. Undefined until it is known, and where it is hidden. */
  readonly credits: number | undefined;
  /** Credits that the service has given, where it tells them apart. */
  readonly freeCredits: number | undefined;
  /** `hidden`: this host shows its balance to nobody, as is the default of `createHandler`. */
  readonly status: "loading" | "ready" | "hidden" | "failed";
  /** Why the last look at it came to nothing; what was known before stays. */
  readonly error: EaselError | undefined;
  /** Asks again now. Free. */
  readonly refresh: () => void;
}

/**
 * What is left on the host's account. Asked for when the page opens, when it is come back to, and as each run ends; never
 * in between. Free.
 *
 * @example
 * const { credits } = useCredits();
 *
 * return credits === undefined ? null : <p>{credits} credits left</p>;
 */
export function useCredits({ enabled = true }: UseCreditsOptions = {}): UseCreditsResult {
  const { client, ledger } = useProviderValue();
  const cache = useQueryClient();
  const config = useQuery(hostConfigOptions({ client, enabled }));
  // To ask a host that hides it would leave an error in the browser's console.
  const isToldOf = client.getConfig === undefined || !config.isPending;
  const isShown = config.data?.credits !== false;
  const { data, error } = useQuery(
    creditsOptions({ client, enabled: enabled && isToldOf && isShown }),
  );

  const refresh = useCallback(() => refreshCredits(cache, client), [cache, client]);

  const isHidden = !enabled || client.getCredits === undefined || !isShown || data === null;
  useEffect(() => (isHidden ? undefined : onJobEnd(ledger, refresh)), [isHidden, ledger, refresh]);

  const whileShown = data ? "ready" : error ? "failed" : "loading";
  return {
    credits: data?.credits,
    freeCredits: data?.freeCredits,
    status: isHidden ? "hidden" : whileShown,
    error: error ?? undefined,
    refresh,
  };
}
