"use client";
import { memo } from "react";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { promptOf } from "../internals/promptOf.ts";
import { useParts } from "../internals/useParts.ts";
import { JobStatusIcon } from "../job-thumbnail/JobStatusIcon.tsx";
import { JobThumbnail } from "../job-thumbnail/JobThumbnail.tsx";
import { trayEntry, type TrayVerb } from "./trayEntry.ts";
import { useTrayLabels } from "./useTrayLabels.ts";

export interface JobTrayItemProps {
  readonly job: Job;
  readonly offline: boolean;
  readonly onAction: (job: Job, verb: TrayVerb | "remove", button: HTMLElement) => void;
}

export const JobTrayItem = memo(function JobTrayItem({ job, offline, onAction }: JobTrayItemProps) {
  const part = useParts();
  const labels = useTrayLabels();
  const text = labels.tray;
  const entry = trayEntry(job, labels, offline);
  const prompt = promptOf(job.input) || text.untitled;
  if (!entry) return null;
  const { action, words } = entry;
  const stop = job.canceling ? labels.result.stopping : labels.result.stop;
  return (
    <li {...part("job-tray-item")} data-status={job.status}>
      <span {...part("job-tray-thumbnail", "overlay")} data-status={job.status}>
        <JobThumbnail job={job} of="job-tray" />
        <JobStatusIcon job={job} of="job-tray" />
      </span>
      <div {...part("job-tray-text")}>
        <p {...part("job-tray-prompt")}>
          <bdi>{prompt}</bdi>
        </p>
        <p {...part("job-tray-words", "caption")}>{words}</p>
      </div>
      <div {...part("job-tray-actions", "row")}>
        {action && (
          <button
            {...part("job-tray-action", "button")}
            data-verb={action.verb}
            aria-disabled={job.checking || undefined}
            aria-label={text.forJob(action.label, prompt)}
            onClick={({ currentTarget }) => onAction(job, action.verb, currentTarget)}
          >
            {action.label}
          </button>
        )}
        {(job.cancelable || job.canceling) && (
          <button
            {...part("job-tray-stop", "button")}
            aria-disabled={job.canceling || undefined}
            aria-label={text.forJob(stop, prompt)}
            onClick={({ currentTarget }) => onAction(job, "cancel", currentTarget)}
          >
            {stop}
          </button>
        )}
        {!isPending(job) && !job.checking && (
          <button
            {...part("job-tray-forget", "button")}
            aria-label={text.forJob(text.remove, prompt)}
            onClick={({ currentTarget }) => onAction(job, "remove", currentTarget)}
          >
            {text.remove}
          </button>
        )}
      </div>
    </li>
  );
});
