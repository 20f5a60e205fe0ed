"use client";
import { forwardRef } from "react";
import { useDisabledReasons } from "../../hooks/useDisabledReasons.ts";
import { useJobs } from "../../hooks/useJobs.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { Job } from "../../runtime/job.ts";
import { checkOutcome } from "../internals/checkOutcome.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { JobTrayItem } from "./JobTrayItem.tsx";
import { trayEntry, type TrayVerb } from "./trayEntry.ts";
import { useTrayLabels } from "./useTrayLabels.ts";

export interface JobTrayProps extends PartProps<"section"> {
  /** Called when the user opens a job. Show the job's result or, without a result, the job's input in a form. */
  readonly onShow?: ((job: Job) => void) | undefined;
}

function moveFocus(from: HTMLElement) {
  const item = from.closest("li");
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  next?.querySelector("button")?.focus();
}

/** Renders a `<section>` with the jobs that need attention and an action for each. Announces completed jobs and checks. */
export const JobTray = forwardRef<HTMLElement, JobTrayProps>(function JobTray(
  { onShow, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const labels = useTrayLabels();
  const { jobs, stopWatching, cancel, remove, markSeen, check, retry } = useJobs();
  const offline = useDisabledReasons().reasons.some(({ code }) => code === "offline");

  const shown = jobs.filter((job) => trayEntry(job, labels, offline)).toReversed();
  const outcomes = shown.flatMap((job) => checkOutcome(job, labels.result) ?? []);
  const stopped = shown
    .filter(({ status }) => status === "canceled")
    .flatMap((job) => trayEntry(job, labels, offline)?.words ?? []);
  const ready = shown.filter(({ status }) => status === "completed").length;

  // The function never changes, so that only items whose jobs change re-render.
  const { act } = useStableActions({
    act: (job: Job, verb: TrayVerb | "remove", button: HTMLElement) => {
      if (verb === "stopWatching" || verb === "markSeen" || verb === "remove") moveFocus(button);
      ({ stopWatching, cancel, remove, markSeen, check, retry })[verb](job.attemptId);
      if (verb === "markSeen") onShow?.(job);
      // A retry removes the old job, unless its outcome is unknown and the service may have accepted the job.
      if (verb === "retry" && job.status !== "unknown") remove(job.attemptId);
    },
  });

  return (
    <Part
      as="section"
      partName="job-tray"
      kind="root"
      state={{ empty: shown.length === 0 }}
      aria-label={labels.tray.tray}
      own={props}
      ref={ref}
    >
      <p role="status" {...part("job-tray-news", "live")}>
        {[
          ...(ready > 0 ? [labels.tray.finished(ready)] : []),
          ...new Set([...outcomes, ...stopped]),
        ].join(" ")}
      </p>
      {shown.length > 0 && (
        <ul {...part("job-tray-list", "list")}>
          {shown.map((job) => (
            <JobTrayItem key={job.attemptId} job={job} offline={offline} onAction={act} />
          ))}
        </ul>
      )}
      {contentOf(props)}
    </Part>
  );
});
