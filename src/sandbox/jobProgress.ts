import type { SandboxJob } from "./createJobs.ts";

export interface SandboxProgress {
  readonly state: "QUEUED" | "PROCESSING" | "COMPLETED" | "FAILED" | "CANCELED";
  readonly finishedAt: number;
  readonly queueMs: number;
  readonly runMs: number;
}

export function isDoomed({ faults }: Pick<SandboxJob, "faults">): boolean {
  return faults.has("run-failed") || faults.has("failed-with-200") || faults.has("content-block");
}

function runTime({ faults, timing }: SandboxJob): number {
  if (faults.has("never-finishes")) return Infinity;
  return faults.has("slow") ? timing.runMs * 10 : timing.runMs;
}

export function jobProgress(job: SandboxJob, now: number): SandboxProgress {
  const startedAt = job.submittedAt + job.timing.queueMs;
  const { canceledAt } = job;
  const finishedAt = canceledAt ?? startedAt + runTime(job);
  const times = {
    finishedAt,
    queueMs: Math.min(now, startedAt, canceledAt ?? now) - job.submittedAt,
    runMs: Math.max(0, Math.min(now, finishedAt) - startedAt),
  };
  if (canceledAt !== undefined) return { state: "CANCELED", ...times };
  if (now < startedAt) return { state: "QUEUED", ...times };
  if (now < finishedAt) return { state: "PROCESSING", ...times };
  return { state: isDoomed(job) ? "FAILED" : "COMPLETED", ...times };
}
