"use client";
import { useSyncExternalStore } from "react";
import { tooManyJobs, modelUnavailable, offline, rateLimited } from "../labels/en/hookLabels.ts";
import type { Model } from "../models/defineModel.ts";
import { countPending, limitedUntil } from "../runtime/jobLimits.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";
import { useJobsSelector } from "./useLedgerJobs.ts";
import { useTimeUntil } from "./useTimeUntil.ts";

export interface DisabledReason {
  readonly code:
    | "invalid"
    /** A field's value isn't ready. For example, its image is still being uploaded. */
    | "preparing"
    | "offline"
    | "not-offered"
    | "rate-limited"
    | "jobs-at-once"
    | "balance";
  readonly message: string;
  readonly field?: string;
  /** Time at which the reason stops applying, in milliseconds since 1970. */
  readonly until?: number;
}

export interface UseDisabledReasonsOptions {
  /** Model to check against the host's models and limits. */
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

/** Returns the reasons to disable a submit button, other than invalid form values. */
export function useDisabledReasons({ model }: UseDisabledReasonsOptions = {}) {
  const { labels } = useProviderValue();
  const text = { offline, modelUnavailable, rateLimited, tooManyJobs, ...labels?.form };
  const online = useSyncExternalStore(subscribe, isOnline, isOnlineOnServer);
  const { config } = useHostConfig({ enabled: model !== undefined });
  const until = useTimeUntil(useJobsSelector(limitedUntil));
  const pending = useJobsSelector(countPending);
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
  if (most !== undefined && pending >= most) {
    reasons.push({ code: "jobs-at-once", message: text.tooManyJobs(most) });
  }
  return { reasons, isDisabled: reasons.length > 0 };
}
