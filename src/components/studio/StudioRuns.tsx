"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { promptOf } from "../internals/promptOf.ts";
import { useParts } from "../internals/useParts.ts";
import { JobThumbnail } from "../job-thumbnail/JobThumbnail.tsx";

export interface StudioRunsProps {
  /** Jobs, oldest first. */
  readonly jobs: readonly Job[];
  readonly value: string | undefined;
  readonly onChoose: (job: Job) => void;
}

const newest = 20;

export function StudioRuns({ jobs, value, onChoose }: StudioRunsProps) {
  const part = useParts();
  const labels = useEasel().labels.result;
  const numbered = jobs
    .map((job, index) => ({ job, number: index + 1 }))
    .filter(
      ({ job, number }) =>
        number > jobs.length - newest ||
        job.attemptId === value ||
        isPending(job) ||
        job.status === "unknown",
    )
    .toReversed();
  return (
    <nav {...part("studio-runs")} aria-label={labels.jobs}>
      <ul {...part("studio-runs-list", "list")}>
        {numbered.map(({ job, number }) => (
          <li key={job.attemptId}>
            <button
              {...part("studio-run", "button-bare")}
              data-status={job.status}
              aria-current={job.attemptId === value}
              aria-label={labels.job(number, promptOf(job.input), job.status)}
              onClick={() => onChoose(job)}
            >
              <JobThumbnail job={job} of="studio-run" />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
