"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { UseGenerationQueueResult } from "../../hooks/useGenerationQueue.ts";
import type { Model } from "../../models/defineModel.ts";
import { promptOf } from "../internals/promptOf.ts";
import { useFocusReturn } from "../internals/useFocusReturn.ts";
import { useParts } from "../internals/useParts.ts";
import { BatchEntry } from "./BatchEntry.tsx";
import { promptFieldOf } from "./batchItems.ts";
import { useQueueLabels } from "./useQueueLabels.ts";

interface BatchQueueProps {
  readonly queue: UseGenerationQueueResult;
  readonly models: readonly Model[];
}

function useStatusText({ status, pausedBy, waitsFor }: UseGenerationQueueResult): string {
  const labels = useQueueLabels();
  const { errors, locale } = useEasel().labels.result;
  if (pausedBy?.code === "submit_unknown") return labels.pausedUnknown;
  if (pausedBy) return labels.pausedBy(errors[pausedBy.code] ?? pausedBy.message);
  if (status === "idle") return labels.done;
  if (status === "paused") return labels.paused;
  if (status === "elsewhere") return labels.elsewhere;
  if (waitsFor?.reason === "offline") return labels.offline;
  if (waitsFor?.reason === "jobs-at-once") return labels.waitsForSlot;
  if (waitsFor?.until === undefined) return labels.running;
  return labels.rateLimited(new Date(waitsFor.until).toLocaleTimeString(locale));
}

/** The entries of a queue, with their states and actions. */
export function BatchQueue({ queue, models }: BatchQueueProps) {
  const part = useParts();
  const labels = useQueueLabels();
  const statusText = useStatusText(queue);
  const focusReturn = useFocusReturn<HTMLDivElement>();
  const { entries, status, isStored } = queue;
  if (entries.length === 0) return null;
  const sent = entries.filter((entry) => entry.status === "sent").length;

  return (
    <div {...part("batch-queue", "stack")} {...focusReturn} data-status={status}>
      <div {...part("batch-state", "row")}>
        <p {...part("batch-progress", "strong")}>{labels.sent(sent, entries.length)}</p>
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
