"use client";
import { useEffect, useRef, type ReactNode } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import type { Comparison } from "../image-result/context/continueOptions.ts";
import { promptOf } from "../internals/promptOf.ts";
import { useParts } from "../internals/useParts.ts";
import { JobThumbnail } from "../job-thumbnail/JobThumbnail.tsx";
import { StudioRunMark } from "./StudioRunMark.tsx";
import { useEndedJobs } from "./useEndedJobs.ts";

export interface StudioRunsProps {
  /** Jobs, oldest first. */
  readonly jobs: readonly Job[];
  readonly value: string | undefined;
  /** Images that are being compared. */
  readonly comparison?: Comparison | undefined;
  /** Whether the user chooses the second image of a comparison. */
  readonly isChoosing?: boolean | undefined;
  /** Called with the pressed job, and with `true` if the user held down Shift. */
  readonly onChoose: (job: Job, isCompared: boolean) => void;
  readonly children?: ReactNode;
}

const newest = 20;

const isBlocked = ({ error }: Job): boolean => error?.code === "content_blocked";

/** Renders the latest jobs, and announces each one that ends while another job is shown. */
export function StudioRuns(props: StudioRunsProps) {
  const { jobs, value, comparison, isChoosing, onChoose, children } = props;
  const part = useParts();
  const labels = useEasel().labels.result;
  const numbered = jobs.map((job, index) => {
    const status = isBlocked(job) ? "blocked" : job.status;
    return { job, number: index + 1, name: labels.job(index + 1, promptOf(job.input), status) };
  });
  const ended = useEndedJobs(jobs, value);
  const compared = new Set(
    [comparison?.before.url, comparison?.after.url].map((url) => {
      const withImage = jobs.filter(({ result }) =>
        result?.images.some((image) => image.url === url),
      );
      return withImage.find(({ attemptId }) => attemptId === value) ?? withImage.at(-1);
    }),
  );
  const list = useRef<HTMLUListElement>(null);
  // Scrolls only the list. `scrollIntoView` would also scroll the page.
  useEffect(() => {
    if (value === undefined) return;
    const current = list.current?.querySelector('[aria-current="true"]');
    if (!list.current || !current) return;
    const [view, item] = [list.current, current].map((one) => one.getBoundingClientRect());
    if (!view || !item) return;
    const offset = (start: number, end: number) => Math.min(0, start) || Math.max(0, end);
    list.current.scrollBy({
      left: offset(item.left - view.left, item.right - view.right),
      top: offset(item.top - view.top, item.bottom - view.bottom),
    });
  }, [value]);
  const rail = numbered
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
      {children}
      <ul {...part("studio-runs-list", "list")} data-choosing={isChoosing} ref={list}>
        {rail.map(({ job, name }) => (
          <li key={job.attemptId}>
            <button
              {...part("studio-run", "button-bare")}
              data-status={job.status}
              data-compared={compared.has(job) || undefined}
              aria-current={job.attemptId === value}
              aria-label={name}
              title={name}
              onClick={({ shiftKey }) => onChoose(job, shiftKey)}
            >
              <JobThumbnail job={job} of="studio-run" />
              <StudioRunMark job={job} isBlocked={isBlocked(job)} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" {...part("studio-runs-news", "live")}>
        {numbered.find(({ job }) => job.attemptId === ended)?.name}
      </p>
    </nav>
  );
}
