"use client";
import { useEffect, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { UseGenerationQueueResult } from "../../hooks/useGenerationQueue.ts";
import { useLedgerJobs } from "../../hooks/useLedgerJobs.ts";
import type { Model } from "../../models/defineModel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { promptOf } from "../internals/promptOf.ts";
import { useFocusReturn } from "../internals/useFocusReturn.ts";
import { useParts } from "../internals/useParts.ts";
import { BatchEntry } from "./BatchEntry.tsx";
import { promptFieldOf } from "./batchItems.ts";
import { useQueueLabels } from "./useQueueLabels.ts";

interface BatchQueueProps {
  readonly scope: string;
  readonly queue: UseGenerationQueueResult;
  readonly models: readonly Model[];
  readonly onShowResults: ((job: Job) => void) | undefined;
}

function useStatusText(queue: UseGenerationQueueResult, isComplete: boolean): string {
  const { status, pausedBy, waitsFor } = queue;
  const labels = useQueueLabels();
  const { errors, locale } = useEasel().labels.result;
  if (pausedBy?.code === "submit_unknown") return labels.pausedUnknown;
  if (pausedBy) return labels.pausedBy(errors[pausedBy.code] ?? pausedBy.message);
  if (status === "idle") return isComplete ? labels.complete : labels.done;
  if (status === "paused") return labels.paused;
  if (status === "elsewhere") return labels.elsewhere;
  if (waitsFor?.reason === "offline") return labels.offline;
  if (waitsFor?.reason === "jobs-at-once") return labels.waitsForSlot;
  if (waitsFor?.until === undefined) return labels.running;
  return labels.rateLimited(new Date(waitsFor.until).toLocaleTimeString(locale));
}

/** The entries of a queue, with their states and actions. */
export function BatchQueue({ scope, queue, models, onShowResults }: BatchQueueProps) {
  const part = useParts();
  const labels = useQueueLabels();
  const jobs = new Map(useLedgerJobs(scope).map((job) => [job.attemptId, job]));
  const { entries, status, isStored } = queue;
  const sent = entries.filter((entry) => entry.status === "sent");
  // An entry without a job was deleted, so the user doesn't wait for it.
  const ended = sent.filter(({ id }) => !isPending(jobs.get(id) ?? { status: "idle" }));
  const results = ended.map(({ id }) => jobs.get(id)).filter((job) => job !== undefined);
  const first = results.find((job) => job.status === "completed") ?? results[0];
  const isComplete = ended.length === entries.length;
  const statusText = useStatusText(queue, isComplete);
  const focusReturn = useFocusReturn<HTMLDivElement>();
  const { ref: box } = focusReturn;
  const isEmpty = entries.length === 0;
  const wasEmpty = useRef(isEmpty);
  // The queue appears above the pressed button, possibly out of view.
  useEffect(() => {
    if (wasEmpty.current && !isEmpty) box.current?.focus();
    wasEmpty.current = isEmpty;
  }, [isEmpty, box]);
  if (isEmpty) return null;

  return (
    <div {...part("batch-queue", "stack")} {...focusReturn} data-status={status}>
      <div {...part("batch-state", "row")}>
        <p {...part("batch-progress", "strong")}>
          {status === "idle"
            ? labels.finished(ended.length, entries.length)
            : labels.sent(sent.length, entries.length)}
        </p>
        {status === "idle" && first && onShowResults && (
          <button
            {...part("batch-show", isComplete ? "button-primary" : "button")}
            onClick={() => onShowResults(first)}
          >
            {labels.showResults}
          </button>
        )}
        {status === "paused" && (
          <button {...part("batch-resume", "button-primary")} onClick={queue.resume}>
            {labels.resume}
          </button>
        )}
        {(status === "running" || status === "elsewhere") && (
          <button {...part("batch-stop", "button")} onClick={queue.pause}>
            {labels.stop}
          </button>
        )}
        <button {...part("batch-clear", "button")} onClick={queue.clear}>
          {labels.clear}
        </button>
      </div>
      <p {...part("batch-status", "caption")} role="status">
        {statusText}
      </p>
      {!isStored && <p {...part("batch-problem")}>{labels.notStored}</p>}
      <ul {...part("batch-list", "scroll")} aria-label={labels.list}>
        {entries.map((entry) => {
          const model = models.find(({ id }) => id === entry.modelId);
          const promptName = (model && promptFieldOf(model)?.name) ?? "prompt";
          return (
            <BatchEntry
              key={entry.id}
              entry={entry}
              job={entry.status === "sent" ? jobs.get(entry.id) : undefined}
              onShow={onShowResults}
              prompt={promptOf(entry.input)}
              modelTitle={models.length > 1 ? (model?.title ?? entry.modelId) : undefined}
              onRetry={() => queue.retry(entry.id)}
              onRemove={() => queue.remove(entry.id)}
              onEdit={
                model &&
                ((prompt) =>
                  queue.edit(entry.id, { model, values: { ...entry.input, [promptName]: prompt } }))
              }
            />
          );
        })}
      </ul>
    </div>
  );
}
