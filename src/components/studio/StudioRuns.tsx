"use client";
import { useEasel, type Job } from "../../hooks/index.ts";
import { JobThumbnail } from "../jobs/JobThumbnail.tsx";
import { promptOf } from "../parts/promptOf.ts";
import { useParts } from "../parts/useParts.ts";

export interface StudioRunsProps {
  /** Oldest first. */
  readonly jobs: readonly Job[];
  /** The attempt id of the run that is shown. */
  readonly value: string | undefined;
  readonly onChoose: (job: Job) => void;
}

/** The runs so far, newest first; one click shows a run again. */
export function StudioRuns({ jobs, value, onChoose }: StudioRunsProps) {
  const part = useParts();
  const words = useEasel().labels.result;
  const numbered = jobs.map((job, index) => ({ job, number: index + 1 })).toReversed();
  return (
    <nav {...part("studio-runs")} aria-label={words.runs}>
      <ul {...part("studio-runs-list")}>
        {numbered.map(({ job, number }) => (
          <li key={job.attemptId}>
            <button
              type="button"
              {...part("studio-run")}
              data-status={job.status}
              aria-current={job.attemptId === value}
              aria-label={words.run(number, promptOf(job.input), job.status)}
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
