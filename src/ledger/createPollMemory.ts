import { emptyPollHistory, readPollHistory, type PollHistory } from "../polling/pollHistory.ts";
import { createSafeStorage } from "./createSafeStorage.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";
import { parseStored } from "./parseStored.ts";

/** Durations learned from earlier jobs, by model. The methods never throw. */
export interface PollMemory {
  readonly recall: (modelId: string) => PollHistory;
  /** Replaces a model's history with the result of `change`, which can call `learn`. */
  readonly update: (modelId: string, change: (history: PollHistory) => PollHistory) => void;
  /** Applies a history that another tab has already stored. */
  readonly receive: (modelId: string, history: unknown) => void;
}

export interface PollMemoryOptions {
  /** @default memoryStorage() */
  readonly storage?: LedgerStorage | undefined;
  /** Name of the backend. Each backend has its own durations, because backends differ in speed. */
  readonly name?: string | undefined;
}

const version = 1;
/** Maximum number of models whose durations are stored, at about 2 kB each. */
const maxModels = 40;

/**
 * Creates a `PollMemory`, which stores job durations to improve the polling schedule of later jobs.
 *
 * @example
 * const memory = createPollMemory({ storage: browserStorage() });
 * await runJob(client, sdxlTorch, { prompt: "a lighthouse at dusk" }, { memory });
 */
export function createPollMemory(options: PollMemoryOptions = {}): PollMemory {
  const { storage = memoryStorage(), name = "" } = options;
  // Failures aren't reported, because the ledger already reports full storage.
  const stored = createSafeStorage(storage, `easel-polls:${version}:${name}:`, () => {});
  const histories = new Map<string, PollHistory>();
  let opened = false;
  let reading: Promise<void> | undefined;

  function open() {
    if (opened) return;
    opened = true;
    const read = stored.read((texts) => {
      for (const [modelId, text] of texts) {
        if (!histories.has(modelId)) histories.set(modelId, readPollHistory(parseStored(text)));
      }
    });
    if (read) reading = read.finally(() => void (reading = undefined));
  }

  function recall(modelId: string): PollHistory {
    open();
    return histories.get(modelId) ?? emptyPollHistory;
  }

  function set(modelId: string, history: PollHistory) {
    histories.delete(modelId);
    histories.set(modelId, history);
  }

  function apply(modelId: string, change: (history: PollHistory) => PollHistory) {
    const before = recall(modelId);
    const history = change(before);
    if (history === before) return;
    set(modelId, history);
    void stored.write(modelId, JSON.stringify(history));
    for (const oldest of histories.keys()) {
      if (histories.size <= maxModels) break;
      histories.delete(oldest);
      stored.remove(oldest);
    }
  }

  return {
    recall,
    update: (modelId, change) => {
      open();
      if (reading) void reading.then(() => apply(modelId, change));
      else apply(modelId, change);
    },
    receive: (modelId, history) => {
      open();
      const read = readPollHistory(history);
      if (read !== emptyPollHistory) set(modelId, read);
    },
  };
}
