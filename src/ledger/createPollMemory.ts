import { emptyPollHistory, type PollHistory } from "../polling/pollHistory.ts";
import { readPollHistory } from "../polling/readPollHistory.ts";
import { createSafeStorage } from "./createSafeStorage.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";
import { parseStored } from "./parseStored.ts";

/** How long the runs of each model took, for the schedule and for what a user is told. It never throws. */
export interface PollMemory {
  /** What a model's runs have taught so far. */
  readonly recall: (modelId: string) => PollHistory;
  /** Makes another history of it, as `learn` does with what the looks at one more job have shown. */
  readonly update: (modelId: string, change: (history: PollHistory) => PollHistory) => void;
  /** Takes over what another tab has learned and kept. */
  readonly receive: (modelId: string, history: unknown) => void;
}

export interface PollMemoryOptions {
  /** @default memoryStorage() */
  readonly storage?: LedgerStorage | undefined;
  /** Keeps memories of one storage apart: each backend has a speed of its own. */
  readonly name?: string | undefined;
}

/** Of the keys: what another version has written is neither read nor written over. */
const version = 1;
/** About 2 kB each. */
const mostModels = 40;

/**
 * Remembers how long runs took, beside the ledger and in the same storage. Where nothing can be kept it begins anew with
 * each page.
 *
 * @example
 * const memory = createPollMemory({ storage: browserStorage() });
 * await runJob(client, sdxlTorch, { prompt: "a lighthouse at dusk" }, { memory });
 */
export function createPollMemory(options: PollMemoryOptions = {}): PollMemory {
  const { storage = memoryStorage(), name = "" } = options;
  // Nothing that a user would miss: the ledger says so when there is no room.
  const shelf = createSafeStorage(storage, `easel-polls:${version}:${name}:`, () => {});
  const histories = new Map<string, PollHistory>();
  let opened = false;
  let reading: Promise<void> | undefined;

  function open() {
    if (opened) return;
    opened = true;
    const read = shelf.read((texts) => {
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
    // The newest last: the oldest is dropped first.
    histories.delete(modelId);
    histories.set(modelId, history);
  }

  function keep(modelId: string, change: (history: PollHistory) => PollHistory) {
    const before = recall(modelId);
    const history = change(before);
    if (history === before) return;
    set(modelId, history);
    void shelf.put(modelId, JSON.stringify(history), { stored: () => {}, makeRoom: () => false });
    for (const oldest of histories.keys()) {
      if (histories.size <= mostModels) break;
      histories.delete(oldest);
      shelf.remove(oldest);
    }
  }

  return {
    recall,
    update: (modelId, change) => {
      open();
      if (reading) void reading.then(() => keep(modelId, change));
      else keep(modelId, change);
    },
    receive: (modelId, history) => {
      open();
      const read = readPollHistory(history);
      if (read !== emptyPollHistory) set(modelId, read);
    },
  };
}
