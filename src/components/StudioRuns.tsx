"use client";
import { useState } from "react";
import { useEasel, type Job } from "../hooks/index.ts";
import { promptOf } from "./promptOf.ts";

export interface StudioRunsProps {
  /** Oldest first. */
  readonly jobs: readonly Job[];
  /** The attempt id of the run that is shown. */
  readonly value: string | undefined;
  readonly onValueChange: (attemptId: string) => void;
}

/** A run's first picture in small; where there is none, an empty frame in its state. */
function Thumbnail({ job }: { readonly job: Job }) {
  const [failed, setFailed] = useState(false);
  const url = job.result?.images[0]?.url;
  return url === undefined || failed ? (
    <span data-easel="studio-run-frame" />
  ) : (
    <img
      data-easel="studio-run-image"
      src={url}
      alt=""
      width={56}
      height={56}
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

/** The runs so far, newest first; one click shows a run again. */
export function StudioRuns({ jobs, value, onValueChange }: StudioRunsProps) {
  const words = useEasel().labels.result;
  const numbered = jobs.map((job, index) => ({ job, number: index + 1 })).toReversed();
  return (
    <nav data-easel="studio-runs" aria-label={words.runs}>
      <ul data-easel="studio-runs-list">
        {numbered.map(({ job, number }) => (
          <li key={job.attemptId}>
            <button
              type="button"
              data-easel="studio-run"
              data-status={job.status}
              aria-current={job.attemptId === value}
              aria-label={words.run(number, promptOf(job.input), job.status)}
              onClick={() => onValueChange(job.attemptId)}
            >
              <Thumbnail job={job} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
