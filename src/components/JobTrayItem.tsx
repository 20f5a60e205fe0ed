"use client";
import { useEasel, type Job } from "../hooks/index.ts";
import { JobThumbnail } from "./JobThumbnail.tsx";
import { promptOf } from "./promptOf.ts";
import type { TrayEntry } from "./trayEntry.ts";

export interface JobTrayItemProps {
  readonly job: Job;
  readonly entry: TrayEntry;
  readonly onAction: () => void;
  readonly onForget: () => void;
}

/** One job of the tray: its picture in small, its prompt, how it stands, its button. */
export function JobTrayItem({ job, entry, onAction, onForget }: JobTrayItemProps) {
  const words = useEasel().labels.tray;
  const prompt = promptOf(job.input) || words.untitled;
  return (
    <li data-easel="job-tray-item" data-status={job.status}>
      <JobThumbnail job={job} part="job-tray" />
      <div data-easel="job-tray-text">
        <p data-easel="job-tray-prompt" dir="auto">
          {prompt}
        </p>
        <p data-easel="job-tray-words">{entry.words}</p>
      </div>
      <div data-easel="job-tray-actions">
        {entry.action && (
          <button
            type="button"
            data-easel="job-tray-action"
            data-verb={entry.action.verb}
            aria-label={words.ofRun(entry.action.label, prompt)}
            onClick={onAction}
          >
            {entry.action.label}
          </button>
        )}
        {entry.forgettable && (
          <button
            type="button"
            data-easel="job-tray-forget"
            aria-label={words.ofRun(words.forget, prompt)}
            onClick={onForget}
          >
            {words.forget}
          </button>
        )}
      </div>
    </li>
  );
}
