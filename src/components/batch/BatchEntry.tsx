"use client";
import { useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { Job } from "../../runtime/job.ts";
import type { QueueEntry } from "../../runtime/queue/queueEntry.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useParts } from "../internals/useParts.ts";
import { userMessage } from "../internals/userMessage.ts";
import { JobProgressRing } from "../job-thumbnail/JobProgressRing.tsx";
import { JobStatusIcon } from "../job-thumbnail/JobStatusIcon.tsx";
import { JobThumbnail } from "../job-thumbnail/JobThumbnail.tsx";
import { useQueueLabels } from "./useQueueLabels.ts";

interface BatchEntryProps {
  readonly entry: QueueEntry;
  /** Job that the entry became. */
  readonly job: Job | undefined;
  readonly prompt: string;
  readonly modelTitle: string | undefined;
  /** Called when the user wants to see the job. */
  readonly onShow: ((job: Job) => void) | undefined;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
  /** Changes the prompt. Returns an error if the new prompt is invalid. Undefined if the model isn't known. */
  readonly onEdit: ((prompt: string) => EaselError | undefined) | undefined;
}

/** Job statuses that replace the status of a sent entry. */
const jobStatuses = ["queued", "processing", "completed", "failed", "canceled", "expired"] as const;

export function BatchEntry(props: BatchEntryProps) {
  const { entry, job, prompt, modelTitle, onShow, onRetry, onRemove, onEdit } = props;
  const { status, omitted, error } = entry;
  const part = useParts();
  const labels = useQueueLabels();
  const { errors } = useEasel().labels.result;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const isUnsent = status === "waiting" || status === "refused";
  const isIncomplete = isUnsent && omitted.length > 0;
  const jobStatus = jobStatuses.find((one) => one === job?.status);

  function save(): void {
    const refusal = onEdit?.(draft ?? "");
    if (refusal) setProblem(Object.values(refusal.fields ?? {})[0] ?? refusal.message);
    else setDraft(undefined);
  }

  const actions = [
    ...(status === "refused" ? [["retry", labels.retry, onRetry] as const] : []),
    ...(isUnsent && !isIncomplete && onEdit
      ? [["edit", labels.edit, () => setDraft(prompt)] as const]
      : []),
  ];
  const thumbnail = (
    <span {...part("batch-entry-thumbnail", "overlay")} data-status={job?.status}>
      {job ? (
        <>
          <JobThumbnail job={job} of="batch-entry" />
          {job.status === "processing" ? (
            <JobProgressRing {...job} partName="batch-entry-ring" />
          ) : (
            <JobStatusIcon job={job} of="batch-entry" />
          )}
        </>
      ) : (
        <span {...part("batch-entry-frame", "thumbnail-frame")} />
      )}
    </span>
  );
  return (
    <li {...part("batch-entry", "stack")} data-status={status}>
      {job && onShow ? (
        <button
          {...part("batch-entry-show", "button-bare")}
          aria-label={labels.forEntry(labels.show, prompt)}
          title={labels.show}
          onClick={() => onShow(job)}
        >
          {thumbnail}
        </button>
      ) : (
        thumbnail
      )}
      {draft === undefined ? (
        <p {...part("batch-entry-prompt")} dir="auto">
          {prompt}
        </p>
      ) : (
        <textarea
          {...part("batch-entry-input", "input")}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user pressed "Edit prompt"
          autoFocus
          dir="auto"
          rows={2}
          aria-label={labels.forEntry(labels.edit, prompt)}
          aria-invalid={problem !== undefined || undefined}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
        />
      )}
      <p {...part("batch-entry-status", "caption")}>
        {modelTitle !== undefined && `${modelTitle} · `}
        {isIncomplete
          ? labels.entry.omitted
          : labels.entry[(status === "sent" && jobStatus) || status]}
      </p>
      {error && (
        <p {...part("batch-entry-error")}>
          {errors[error.code] ?? error.message} <span dir="auto">{userMessage(error)}</span>
        </p>
      )}
      {problem !== undefined && draft !== undefined && (
        <p {...part("batch-problem")} role="alert">
          {problem}
        </p>
      )}
      {(draft !== undefined || actions.length > 0) && (
        <div {...part("batch-entry-actions", "row")}>
          {draft === undefined ? (
            actions.map(([name, label, act]) => (
              <button
                key={name}
                {...part("batch-entry-action", "button-bare")}
                data-action={name}
                aria-label={labels.forEntry(label, prompt)}
                onClick={act}
              >
                {label}
              </button>
            ))
          ) : (
            <>
              <button {...part("batch-entry-save", "button")} onClick={save}>
                {labels.save}
              </button>
              <button
                {...part("batch-entry-cancel", "button-bare")}
                onClick={() => setDraft(undefined)}
              >
                {labels.cancel}
              </button>
            </>
          )}
        </div>
      )}
      {status !== "sending" && (
        <button
          {...part("batch-entry-remove", "button-bare")}
          aria-label={labels.forEntry(labels.remove, prompt)}
          title={labels.remove}
          onClick={onRemove}
        >
          <ActionIcon name="close" />
        </button>
      )}
    </li>
  );
}
