import type { Attempt } from "../ledger/attempt.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { statusOfError } from "./job.ts";
import type { Reporter } from "./report.ts";

const inMs = (seconds: number | undefined, name: "queueMs" | "generationMs") =>
  seconds === undefined ? {} : { [name]: Math.round(seconds * 1_000) };

const contextOf = ({ attemptId, modelId, scope }: Attempt) => ({ attemptId, modelId, scope });

/** Creates functions that report job changes. Only the tab that makes a change reports it. */
export function createJobReports(report: Reporter) {
  const reported = new Map<string, Pick<JobSnapshot, "state"> & { code: string | undefined }>();

  function reportEnd(attempt: Attempt) {
    const { startedAt, endedAt = startedAt, result, error } = attempt;
    report.event({
      type: "finished",
      ...contextOf(attempt),
      outcome: result ? "completed" : error ? statusOfError(error) : "failed",
      durationMs: endedAt - startedAt,
      ...inMs(result?.metrics?.queueTime, "queueMs"),
      ...inMs(result?.metrics?.inferenceTime, "generationMs"),
      images: result?.images.length ?? 0,
    });
    // A job that the user stopped isn't an error.
    const isStopped = error?.code === "run_canceled" && attempt.cancelRequestedAt !== undefined;
    if (error && !isStopped) report.error(error, { during: "run", ...contextOf(attempt) });
  }

  function reportSubmit(attempt: Attempt) {
    const { submit, startedAt, error = new EaselError("submit_unknown") } = attempt;
    const context = contextOf(attempt);
    if (submit === "taken") {
      report.event({ type: "accepted", ...context, durationMs: Date.now() - startedAt });
    } else if (submit !== "sent") {
      report.error(error, { during: "submit", ...context });
    }
  }

  return {
    reportChange: ({ attempt, changed }: LedgerChange) => {
      if (!attempt) return;
      if (!changed) {
        const isNew = attempt.submit === "sent" && attempt.pageId === currentPageId();
        if (isNew) report.event({ type: "submitted", ...contextOf(attempt) });
      } else if (changed.includes("trouble") && attempt.trouble) {
        const during = attempt.trouble.code === "cancel_failed" ? "cancel" : "check";
        report.error(attempt.trouble, { during, ...contextOf(attempt) });
      } else if (changed.includes("submit")) {
        reportSubmit(attempt);
      } else if (changed.includes("endedAt")) {
        reportEnd(attempt);
      }
    },
    reportSnapshot: (attempt: Attempt, { state, trouble }: JobSnapshot) => {
      const before = reported.get(attempt.attemptId);
      reported.set(attempt.attemptId, { state, code: trouble?.code });
      if (before?.state !== state) report.event({ type: "state", ...contextOf(attempt), state });
      if (trouble && before?.code !== trouble.code) {
        report.error(trouble, { during: "watch", ...contextOf(attempt) });
      }
    },
    reportResumed: (attempt: Attempt) => {
      if (attempt.pageId === currentPageId() || reported.has(attempt.attemptId)) return;
      report.event({ type: "resumed", ...contextOf(attempt) });
    },
  };
}
