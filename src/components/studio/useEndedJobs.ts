"use client";
import { useEffect, useRef, useState } from "react";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";

/** Returns the ID of the job that ended last while it wasn't shown. */
export function useEndedJobs(jobs: readonly Job[], shown: string | undefined): string | undefined {
  const pending = useRef<ReadonlySet<string>>(new Set());
  const [ended, setEnded] = useState<string>();
  useEffect(() => {
    const isNews = (job: Job) =>
      pending.current.has(job.attemptId) && !isPending(job) && job.attemptId !== shown;
    const latest = jobs.findLast(isNews);
    if (latest) setEnded(latest.attemptId);
    pending.current = new Set(jobs.filter(isPending).map(({ attemptId }) => attemptId));
  }, [jobs, shown]);
  return ended;
}
