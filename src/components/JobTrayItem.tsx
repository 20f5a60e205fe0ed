"use client";
import { useState } from "react";
import { useEasel, type Job } from "../hooks/index.ts";
import { promptOf } from "./promptOf.ts";
import type { TrayEntry } from "./trayEntry.ts";

export interface JobTrayItemProps {
  readonly job: Job;
  readonly entry: TrayEntry;
  readonly onAction: () => void;
  readonly onForget: () => void;
}

/** What a job made, in small; where there is nothing to show, an empty frame in its state. */
function Thumbnail({ job }: { readonly job: Job }) {
  const [failed, setFailed] = useState(false);
  const url = job.result?.images[0]?.url;
  return url === undefined || failed ? (
    <span data-easel="job-tray-frame" />
  ) : (
    <img
      data-easel="job-tray-image"
      src={url}
      alt=""
      width={56}
      height={56}
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

/** One job of the tray: its picture in small, its prompt, how it stands, its button. */
export function JobTrayItem({ job, entry, onAction, onForget }: JobTrayItemProps) {
  const words = useEasel().labels.tray;
  const prompt = promptOf(job.input) || words.untitled;
  return (
    <li data-easel="job-tray-item" data-status={job.status}>
      <Thumbnail job={job} />
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
