"use client";
import { useSyncExternalStore } from "react";
import { tooManyJobs, modelUnavailable, offline, rateLimited } from "../labels/en/hookLabels.ts";
import type { Model } from "../models/defineModel.ts";
import type { Job } from "../runtime/job.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";
import { useOfJobs } from "./useLedgerJobs.ts";
import { useTimeUntil } from "./useTimeUntil.ts";

/** One reason why nothing can be generated just now. */
export interface DisabledReason {
  readonly code:
    | "invalid"
    /** A field is not ready yet; this ends by itself. */
    | "preparing"
    | "offline"
    | "not-offered"
    | "rate-limited"
    | "jobs-at-once"
    | "balance";
  readonly message: string;
  /** The field to mend, where there is one. */
  readonly field?: string;
  /** When it ends by itself, in milliseconds since 1970, where that is known. */
  readonly until?: number;
}

export interface UseDisabledReasonsOptions {
  /** The model to be run. With it the host is asked, once in five minutes, whether it offers it and what it allows. */
  readonly model?: Pick<Model, "id" | "title"> | undefined;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

const isOnline = () => navigator.onLine;
const isOnlineOnServer = () => true;

/**
 * Until when the host takes nothing, by what it has said to runs and to looks at them. A run of the future was stored
 * before the system's time was set back, so its moments are wrong.
 */
function limitedUntil(jobs: readonly Job[]): number | undefined {
  const now = Date.now();
  const times = jobs
    .filter(({ startedAt }) => startedAt <= now)
    .flatMap(({ error, trouble }) => [error, trouble])
    .flatMap((said) => (said?.code === "rate_limited" ? [said.retryAt ?? 0] : []));
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Those that count at the host, as far as it is known here: nobody looks at a detached one, so it may have ended. */
const isUnderWay = ({ status, detached }: Job): boolean =>
  !detached && (status === "submitting" || status === "queued" || status === "processing");

const countUnderWay = (jobs: readonly Job[]): number => jobs.filter(isUnderWay).length;

/**
 * What stands in the way of a run, apart from the form's own values: the network, a model that the host does not offer,
 * too many requests, too many runs at once. Each goes away by itself as it ends.
 *
 * @example
 * const reasons = useDisabledReasons({ model: sdxlTorch });
 *
 * <button aria-disabled={reasons.length > 0}>Generate</button>
 */
export function useDisabledReasons({
  model,
}: UseDisabledReasonsOptions = {}): readonly DisabledReason[] {
  const { labels } = useProviderValue();
  const text = { offline, modelUnavailable, rateLimited, tooManyJobs, ...labels?.form };
  const online = useSyncExternalStore(subscribe, isOnline, isOnlineOnServer);
  const config = useHostConfig({ enabled: model !== undefined });
  const until = useTimeUntil(useOfJobs(limitedUntil));
  const underWay = useOfJobs(countUnderWay);
  const reasons: DisabledReason[] = [];

  if (!online) reasons.push({ code: "offline", message: text.offline });
  if (model && config && !config.models.some(({ id }) => id === model.id)) {
    reasons.push({ code: "not-offered", message: text.modelUnavailable(model.title) });
  }
  if (until !== undefined) {
    const time = new Date(until).toLocaleTimeString(labels?.result?.locale ?? "en");
    reasons.push({ code: "rate-limited", message: text.rateLimited(time), until });
  }
  const most = config?.limits.jobsAtOnce;
  if (most !== undefined && underWay >= most) {
    reasons.push({ code: "jobs-at-once", message: text.tooManyJobs(most) });
  }
  return reasons;
}
