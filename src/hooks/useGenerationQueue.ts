"use client";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { labelModel } from "../labels/labelModel.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { Model } from "../models/defineModel.ts";
import type { FormValues } from "../models/formValues.ts";
import { valuesFromForm } from "../models/formValues.ts";
import { parseInput } from "../models/parseInput.ts";
import { EaselError } from "../protocol/EaselError.ts";
import {
  createQueue,
  emptyQueue,
  type Queue,
  type QueueState,
} from "../runtime/queue/createQueue.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UseGenerationQueueOptions {
  /** Name of the queue and scope of its jobs. Pass the scope of `useGenerate` to list the jobs there. */
  readonly scope: string;
}

export interface QueueItem {
  readonly model: Model;
  readonly values: FormValues;
}

export interface UseGenerationQueueResult extends QueueState {
  /**
   * Adds one generation per item, at the end of the queue. Nothing is sent until `resume` is called. Returns an
   * `invalid_input` error and adds nothing if an item is invalid, or a `too_large` error if the queue would have more
   * than 200 entries.
   */
  readonly add: (items: readonly QueueItem[]) => EaselError | undefined;
  /** Sends the waiting entries, one whenever the host has a free slot. The service charges for each. */
  readonly resume: () => void;
  /** Stops sending. Entries that were already sent aren't canceled. */
  readonly pause: () => void;
  /** Sends a `refused` entry again, and resumes the queue. */
  readonly retry: (id: string) => void;
  /** Replaces the values of a `waiting` or `refused` entry. Returns an `invalid_input` error if they're invalid. */
  readonly edit: (id: string, item: QueueItem) => EaselError | undefined;
  /** Removes an entry. If it was sent, its job continues. */
  readonly remove: (id: string) => void;
  /** Removes all entries, except one that is being sent. */
  readonly clear: () => void;
}

/** Maximum number of entries in a queue, including sent entries until they're cleared. */
export const maxQueueEntries = 200;

const queues = new WeakMap<Ledger, Map<string, Queue>>();
const getEmptyQueue = () => emptyQueue;

/**
 * Returns the user's queue of generations, which are sent one by one as the host's limits allow. Entries are kept in the
 * provider's storage. After a reload they wait for `resume`. Of several tabs, only one sends entries, and each entry is
 * sent once.
 *
 * @example
 * const prompts = ["a lighthouse at dusk", "a red fox in the snow"];
 * const { add, resume, entries } = useGenerationQueue({ scope: "posters" });
 *
 * <button
 *   onClick={() => {
 *     const error = add(prompts.map((prompt) => ({ model: sdxlTorch, values: { prompt } })));
 *     if (!error) resume();
 *   }}
 * >
 *   Generate {prompts.length} images
 * </button>
 */
export function useGenerationQueue({ scope }: UseGenerationQueueOptions): UseGenerationQueueResult {
  const runtime = useProviderValue();
  const { ledger, labels } = runtime;
  const queue = useMemo(() => {
    const ofLedger = queues.get(ledger) ?? new Map<string, Queue>();
    queues.set(ledger, ofLedger);
    const known = ofLedger.get(scope) ?? createQueue(runtime, scope);
    ofLedger.set(scope, known);
    return known;
  }, [runtime, ledger, scope]);
  useEffect(() => queue.use(runtime), [queue, runtime]);
  const state = useSyncExternalStore(queue.subscribe, queue.getState, getEmptyQueue);

  function parse({ model, values }: QueueItem) {
    return parseInput(labelModel(model, labels?.models), valuesFromForm(model, values));
  }

  const actions = useStableActions({
    add: (items: readonly QueueItem[]) => {
      if (items.length + queue.getState().entries.length > maxQueueEntries) {
        return new EaselError("too_large");
      }
      const added = [];
      for (const item of items) {
        const parsed = parse(item);
        if (!parsed.ok) return new EaselError("invalid_input", { fields: parsed.fields });
        const { id: modelId, latency } = item.model;
        added.push({ modelId, latency, input: parsed.input });
      }
      void queue.add(added);
      return undefined;
    },
    edit: (id: string, item: QueueItem) => {
      const parsed = parse(item);
      if (!parsed.ok) return new EaselError("invalid_input", { fields: parsed.fields });
      void queue.edit(id, parsed.input);
      return undefined;
    },
    resume: queue.resume,
    pause: queue.pause,
    retry: (id: string) => void queue.retry(id),
    remove: queue.remove,
    clear: queue.clear,
  });
  return { ...state, ...actions };
}
