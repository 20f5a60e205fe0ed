"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { UseGenerationQueueResult } from "../../hooks/useGenerationQueue.ts";
import { useLedgerJobs } from "../../hooks/useLedgerJobs.ts";
import type { Model } from "../../models/defineModel.ts";
import { isPending } from "../../runtime/isPending.ts";
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
  readonly onShowResults: (() => void) | undefined;
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
  const jobs = useLedgerJobs(scope);
  const { entries, status, isStored } = queue;
  const statuses = new Map(jobs.map(({ attemptId, status: ofJob }) => [attemptId, ofJob]));
  const sent = entries.filter((entry) => entry.status === "sent");
  // A job without a status was deleted, so the user doesn't wait for it.
  const ended = sent.filter(({ id }) => !isPending({ status: statuses.get(id) ?? "idle" }));
  const isComplete = ended.length === entries.length;
  const statusText = useStatusText(queue, isComplete);
  const focusReturn = useFocusReturn<HTMLDivElement>();
  if (entries.length === 0) return null;

  return (
    <div {...part("batch-queue", "stack")} {...focusReturn} data-status={status}>
      <div {...part("batch-state", "row")}>
        <p {...part("batch-progress", "strong")}>
          {status === "idle"
            ? labels.finished(ended.length, entries.length)
            : labels.sent(sent.length, entries.length)}
        </p>
        {status === "idle" && ended.length > 0 && onShowResults && (
          <button
            {...part("batch-show", isComplete ? "button-primary" : "button")}
            onClick={onShowResults}
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
      <ul {...part("batch-list", "list")} aria-label={labels.list}>
        {entries.map((entry) => {
          const model = models.find(({ id }) => id === entry.modelId);
          const promptName = (model && promptFieldOf(model)?.name) ?? "prompt";
          return (
            <BatchEntry
              key={entry.id}
              entry={entry}
              jobStatus={statuses.get(entry.id)}
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
