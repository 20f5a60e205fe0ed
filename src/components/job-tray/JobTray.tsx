"use client";
import { forwardRef, useCallback } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useJobs } from "../../hooks/useJobs.ts";
import { useReasons } from "../../hooks/useReasons.ts";
import type { Job } from "../../runtime/job.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { JobTrayItem } from "./JobTrayItem.tsx";
import { trayEntry, type TrayVerb } from "./trayEntry.ts";

export interface JobTrayProps extends PartProps<"section"> {
  /** Called with the job whose "Show" was pressed, so that the app opens its result, or its inputs in a form. */
  readonly onShow?: ((job: Job) => void) | undefined;
}

/** The focus goes on to the nearest button that stays, so that a keyboard is not thrown back to the page's start. */
function moveFocus(from: HTMLElement) {
  const item = from.closest("li");
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  next?.querySelector("button")?.focus();
}

/**
 * The runs that ask for attention, of this page and of those before it: under way, ready while nobody was there, of
 * unknown outcome, expired. Each has one button for what can be done. Renders a `<section>` with a list; nothing is seen
 * of it while there is nothing to tell, and what becomes ready is read out once.
 *
 * @example
 * <JobTray onShow={({ attemptId }) => openResult(attemptId)} />
 */
export const JobTray = forwardRef<HTMLElement, JobTrayProps>(function JobTray(
  { onShow, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const words = useEasel().labels;
  const { jobs, detach, forget, markSeen, check, retry } = useJobs();
  const offline = useReasons().some(({ code }) => code === "offline");

  const shown = jobs.filter((job) => trayEntry(job, words, offline)).toReversed();
  const ready = shown.filter(({ status }) => status === "completed").length;

  // The same from one drawing to the next, so that of hundreds of runs only the one that has changed is drawn again.
  const act = useCallback(
    (job: Job, verb: TrayVerb | "forget", button: HTMLElement) => {
      if (verb === "detach" || verb === "markSeen" || verb === "forget") moveFocus(button);
      ({ detach, forget, markSeen, check, retry })[verb](job.attemptId);
      if (verb === "markSeen") onShow?.(job);
      // The new run has its inputs; of an unknown one nobody can say whether it is still to come.
      if (verb === "retry" && job.status !== "unknown") forget(job.attemptId);
    },
    [detach, forget, markSeen, check, retry, onShow],
  );

  return (
    <Part
      as="section"
      partName="job-tray"
      state={{ empty: shown.length === 0 }}
      aria-label={words.tray.tray}
      {...props}
      ref={ref}
      given={props.children}
    >
      <p role="status" {...part("job-tray-news")}>
        {ready > 0 && words.tray.news(ready)}
      </p>
      {shown.length > 0 && (
        <ul {...part("job-tray-list")}>
          {shown.map((job) => (
            <JobTrayItem key={job.attemptId} job={job} offline={offline} onAction={act} />
          ))}
        </ul>
      )}
      {contentOf(props)}
    </Part>
  );
});
