import type { Attempt } from "../ledger/attempt.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { Reporter } from "./report.ts";

const inMs = (seconds: number | undefined, name: "queueMs" | "generationMs") =>
  seconds === undefined ? {} : { [name]: Math.round(seconds * 1_000) };

const contextOf = ({ attemptId, modelId, scope }: Attempt) => ({ attemptId, modelId, scope });

/** Reports what becomes of runs. A change is only reported by the tab that made it, so each is reported once. */
export function createJobReports(report: Reporter) {
  const seen = new Map<string, Pick<JobSnapshot, "state"> & { code: string | undefined }>();

  function reportEnd(record: Attempt) {
    const { startedAt, endedAt = startedAt, result, error } = record;
    report.event({
      type: "finished",
      ...contextOf(record),
      outcome: result ? "completed" : error?.code === "job_not_found" ? "expired" : "failed",
      durationMs: endedAt - startedAt,
      ...inMs(result?.metrics?.queueTime, "queueMs"),
      ...inMs(result?.metrics?.inferenceTime, "generationMs"),
      images: result?.images.length ?? 0,
    });
    if (error) report.error(error, { during: "run", ...contextOf(record) });
  }

  function reportSubmit(record: Attempt) {
    const { submit, startedAt, error = new EaselError("submit_unknown") } = record;
    const context = contextOf(record);
    if (submit === "taken") {
      report.event({ type: "accepted", ...context, durationMs: Date.now() - startedAt });
    } else if (submit !== "sent") {
      report.error(error, { during: "submit", ...context });
    }
  }

  return {
    noteChange: ({ record, changed }: LedgerChange) => {
      if (!record) return;
      if (!changed) {
        const isNew = record.submit === "sent" && record.pageId === currentPageId();
        if (isNew) report.event({ type: "submitted", ...contextOf(record) });
      } else if (changed.includes("trouble") && record.trouble) {
        report.error(record.trouble, { during: "check", ...contextOf(record) });
      } else if (changed.includes("submit")) {
        reportSubmit(record);
      } else if (changed.includes("endedAt")) {
        reportEnd(record);
      }
    },
    noteLook: (record: Attempt, { state, trouble }: JobSnapshot) => {
      const before = seen.get(record.attemptId);
      seen.set(record.attemptId, { state, code: trouble?.code });
      if (before?.state !== state) report.event({ type: "state", ...contextOf(record), state });
      if (trouble && before?.code !== trouble.code) {
        report.error(trouble, { during: "watch", ...contextOf(record) });
      }
    },
    noteResumed: (record: Attempt) => {
      if (record.pageId === currentPageId() || seen.has(record.attemptId)) return;
      report.event({ type: "resumed", ...contextOf(record) });
    },
  };
}
