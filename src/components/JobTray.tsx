"use client";
import { forwardRef, useRef } from "react";
import { useEasel, useJobs, useReasons, type Job } from "../hooks/index.ts";
import { fillPart } from "./fillPart.ts";
import { JobTrayItem } from "./JobTrayItem.tsx";
import { renderPart, type PartProps } from "./renderPart.ts";
import { trayEntry, type TrayEntry } from "./trayEntry.ts";

export interface JobTrayProps extends PartProps<"section"> {
  /** Called with the job whose "Show" was pressed, so that the app opens its result, or its inputs in a form. */
  readonly onShow?: ((job: Job) => void) | undefined;
}

/** The focus goes on to the nearest button that stays, so that a keyboard is not thrown back to the page's start. */
function moveFocus(list: HTMLElement | null, index: number) {
  const items = list?.querySelectorAll("li") ?? [];
  const next = items[index + 1] ?? items[index - 1];
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
  const words = useEasel().labels;
  const verbs = useJobs();
  const offline = useReasons().some(({ code }) => code === "offline");
  const list = useRef<HTMLUListElement>(null);

  const shown = verbs.jobs
    .flatMap((job) => {
      const entry = trayEntry(job, words, offline);
      return entry ? [{ job, entry }] : [];
    })
    .toReversed();
  const ready = shown.filter(({ job }) => job.status === "completed").length;

  function act(job: Job, entry: TrayEntry, index: number) {
    const verb = entry.action?.verb;
    if (!verb) return;
    if (verb === "detach" || verb === "markSeen") moveFocus(list.current, index);
    verbs[verb](job.attemptId);
    if (verb === "markSeen") onShow?.(job);
    // The new run has its inputs; of an unknown one nobody can say whether it is still to come.
    if (verb === "retry" && job.status !== "unknown") verbs.forget(job.attemptId);
  }

  function forget(job: Job, index: number) {
    moveFocus(list.current, index);
    verbs.forget(job.attemptId);
  }

  return renderPart({
    as: "section",
    name: "job-tray",
    state: { empty: shown.length === 0 },
    ref: ref as never,
    props: {
      "aria-label": words.tray.tray,
      ...props,
      children: fillPart(props, (given) => (
        <>
          <p role="status" data-easel="job-tray-news">
            {ready > 0 && words.tray.news(ready)}
          </p>
          {shown.length > 0 && (
            <ul data-easel="job-tray-list" ref={list}>
              {shown.map(({ job, entry }, index) => (
                <JobTrayItem
                  key={job.attemptId}
                  job={job}
                  entry={entry}
                  onAction={() => act(job, entry, index)}
                  onForget={() => forget(job, index)}
                />
              ))}
            </ul>
          )}
          {given}
        </>
      )),
    },
  });
});
