import type { UseJobsResult } from "../../hooks/useJobs.ts";
import type { Labels } from "../../labels/en/en.ts";
import { chargeOf } from "../../protocol/advice.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { checkOutcome } from "../internals/checkOutcome.ts";
import { retryCost } from "../internals/retryCost.ts";
import { transientErrorMessage } from "../job-progress/transientErrorMessage.ts";

export type TrayLabels = Pick<Labels, "tray" | "result">;

export type TrayVerb = keyof Pick<
  UseJobsResult,
  "check" | "stopWatching" | "cancel" | "markSeen" | "retry"
>;

function pendingText({ trouble }: Job, labels: TrayLabels, offline: boolean): string {
  if (offline) return labels.tray.offline;
  if (trouble?.code === "unauthorized") return labels.tray.signedOut;
  return trouble ? transientErrorMessage(trouble, labels.result) : labels.tray.pending;
}

export function trayEntry(job: Job, labels: TrayLabels, offline: boolean) {
  const text = labels.tray;
  if (job.detached || job.dismissed) return undefined;
  if (isPending(job)) {
    const action = { label: text.stopWatching, verb: "stopWatching" } as const;
    const words = pendingText(job, labels, offline);
    // Users can stop watching a job only after the service accepts it.
    return { words, action: job.status === "submitting" ? undefined : action };
  }
  // Also replaces the retry action if values were omitted, because the user has to enter those values again.
  const show = { label: text.show, verb: "markSeen" } as const;
  const again = (error: EaselError) => {
    const cost = retryCost(error);
    if (!cost || job.omitted.length > 0) return show;
    return { label: labels.result.retry[cost], verb: "retry" } as const;
  };
  const error = job.error ?? new EaselError("internal");
  switch (job.status) {
    case "completed":
      return job.away ? { words: text.ready, action: show } : undefined;
    case "unknown": {
      const words = checkOutcome(job, labels.result) ?? text.unknown;
      const check = { label: labels.result.checkStatus, verb: "check" } as const;
      return { words, action: job.checkable ? check : again(error) };
    }
    case "expired":
      return { words: text.expired, action: again(error) };
    default: {
      const charged = labels.result.charged[chargeOf(error)];
      const words = job.status === "canceled" ? text.stopped(charged) : text.failed(charged);
      return job.away ? { words, action: again(error) } : undefined;
    }
  }
}
