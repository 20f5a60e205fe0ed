"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { EaselError } from "../protocol/EaselError.ts";
import { creditsOptions, hostConfigOptions, refreshCredits } from "../runtime/hostQueries.ts";
import { onJobEnd } from "../runtime/onJobEnd.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseCreditsOptions {
  /** @default true */
  readonly enabled?: boolean | undefined;
}

export interface UseCreditsResult {
  /** In credits of the service. Undefined while it loads, and where it is hidden. */
  readonly credits: number | undefined;
  /** Free credits among them. */
  readonly freeCredits: number | undefined;
  /** `hidden` is the default of `createHandler`. */
  readonly status: "loading" | "ready" | "hidden" | "failed";
  /** Error of the last request; the data stays. */
  readonly error: EaselError | undefined;
  readonly refresh: () => void;
}

/**
 * Returns the balance of the host's account. Requested on load, when the page becomes visible, and when a job ends. Free.
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
  // The 404 of a host that hides it would be in the browser's console.
  const isConfigKnown = client.getConfig === undefined || !config.isPending;
  const isShown = config.data?.credits !== false;
  const { data, error } = useQuery(
    creditsOptions({ client, enabled: enabled && isConfigKnown && isShown }),
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
