import type { UseJobsResult } from "../../hooks/useJobs.ts";
import type { Labels } from "../../labels/labels.ts";
import { adviceOf, chargeOf } from "../../protocol/advice.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isRunning } from "../../runtime/isRunning.ts";
import type { Job } from "../../runtime/job.ts";
import { transientErrorMessage } from "../job-progress/transientErrorMessage.ts";

export type TrayVerb = keyof Pick<UseJobsResult, "check" | "detach" | "markSeen" | "retry">;

/** One job as the tray shows it. */
export interface TrayEntry {
  readonly words: string;
  /** Its one button. */
  readonly action: { readonly label: string; readonly verb: TrayVerb } | undefined;
  /** Whether it can be taken out of the list: what is still under way can't. */
  readonly forgettable: boolean;
}

function runningWords({ trouble }: Job, labels: Labels, offline: boolean): string {
  if (offline) return labels.tray.offline;
  if (trouble?.code === "unauthorized") return labels.tray.signedOut;
  return trouble ? transientErrorMessage(trouble, labels.result) : labels.tray.running;
}

/** After a check that came to nothing it says why. */
function unknownWords({ trouble }: Job, { result, tray }: Labels): string {
  if (!trouble || trouble.code === "submit_unknown") return tray.unknown;
  return `${result.errors[trouble.code] ?? trouble.message} ${tray.unknown}`;
}

/** What there is to say and to do about a job; undefined for one that asks for nobody's attention. */
export function trayEntry(job: Job, labels: Labels, offline: boolean): TrayEntry | undefined {
  const words = labels.tray;
  if (job.detached || job.dismissed) return undefined;
  if (isRunning(job.status)) {
    const action = { label: words.detach, verb: "detach" } as const;
    return {
      words: runningWords(job, labels, offline),
      // There is nothing to leave before the service has taken it.
      action: job.status === "submitting" ? undefined : action,
      forgettable: false,
    };
  }
  // Where a value was too large to keep it has to be given again in the form, which shows the rest.
  const show = { label: words.show, verb: "markSeen" } as const;
  const again = (error: EaselError) => {
    const advice = adviceOf(error);
    const { tryAgain, sendAgain, makeAgain } = words;
    const labelOf = { safe: tryAgain, after: tryAgain, unsafe: sendAgain, paid: makeAgain };
    if (advice === "never" || job.omitted.length > 0) return show;
    return { label: labelOf[advice], verb: "retry" } as const;
  };
  const error = job.error ?? new EaselError("internal");
  switch (job.status) {
    case "completed":
      return job.away
        ? {
            words: words.ready,
            action: show,
            forgettable: true,
          }
        : undefined;
    case "unknown":
      return {
        words: unknownWords(job, labels),
        action: job.checkable ? { label: words.check, verb: "check" } : again(error),
        forgettable: true,
      };
    case "expired":
      return { words: words.expired, action: again(error), forgettable: true };
    default: {
      if (!job.away) return undefined;
      return {
        words: words.failed(labels.result.charged[chargeOf(error)]),
        action: again(error),
        forgettable: true,
      };
    }
  }
}
