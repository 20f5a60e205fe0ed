import type { Attempt } from "../../ledger/attempt.ts";
import type { Ledger } from "../../ledger/createLedger.ts";
import { createRecords } from "../../ledger/createRecords.ts";
import type { LedgerStorage } from "../../ledger/ledgerStorage.ts";
import {
  deriveEntry,
  entrySchema,
  serializeEntry,
  type QueueEntry,
  type QueueRecord,
} from "./queueEntry.ts";

interface QueueEntriesOptions {
  readonly storage: LedgerStorage;
  readonly name: string;
  readonly ledger: Ledger;
  readonly onChange: () => void;
}

/** Creates the stored list of a queue's entries, which tabs share. */
export function createQueueEntries({ storage, name, ledger, onChange }: QueueEntriesOptions) {
  const records = createRecords<QueueRecord>({ storage, name, schema: entrySchema });
  let entries: ReadonlyMap<string, QueueRecord> = new Map();
  const removed = new Set<string>();
  /** IDs of the entries that are being written. */
  const writing = new Set<string>();
  /** IDs of the entries that couldn't be written. */
  const memoryOnly = new Set<string>();

  function list(): readonly QueueEntry[] {
    const attempts = new Map<string, Attempt>(
      ledger.list().map((attempt) => [attempt.attemptId, attempt]),
    );
    return [...entries]
      .toSorted(([, one], [, other]) => one.position - other.position)
      .map(([id, entry]) => deriveEntry(id, entry, attempts.get(id)));
  }

  function read(): void | Promise<void> {
    return records.read((found) => {
      const next = new Map<string, QueueRecord>();
      for (const [id, entry] of entries) {
        if (writing.has(id) || memoryOnly.has(id)) next.set(id, entry);
      }
      for (const [id, entry] of found) {
        if (next.has(id) || removed.has(id)) continue;
        const own = entries.get(id);
        // This page has the large values that aren't stored.
        next.set(id, own ? { ...entry, input: own.input, omitted: own.omitted } : entry);
      }
      entries = next;
      keepOutcomes();
      onChange();
    });
  }

  async function put(id: string, entry: QueueRecord): Promise<void> {
    entries = new Map(entries).set(id, entry);
    writing.add(id);
    const isStored = await records.write(id, serializeEntry(entry));
    writing.delete(id);
    if (isStored) memoryOnly.delete(id);
    else memoryOnly.add(id);
    // The entry was removed while it was being written.
    if (removed.has(id)) records.remove(id);
  }

  function remove(ids: readonly string[]): void {
    entries = new Map([...entries].filter(([id]) => !ids.includes(id)));
    for (const id of ids) {
      removed.add(id);
      records.remove(id);
    }
  }

  /** Stores the outcomes of attempts, because the user may delete an attempt before its entry. */
  function keepOutcomes(): void {
    for (const { id, status } of list()) {
      const entry = entries.get(id);
      const outcome = status === "sent" || status === "unknown" ? status : undefined;
      if (entry && outcome && entry.outcome !== outcome) void put(id, { ...entry, outcome });
    }
  }

  return {
    list,
    read,
    put,
    remove,
    keepOutcomes,
    stored: (id: string) => entries.get(id),
    find: (id: string) => list().find((one) => one.id === id),
    isMemoryOnly: (id: string) => memoryOnly.has(id),
    nextPosition: () => Math.max(0, ...[...entries.values()].map(({ position }) => position + 1)),
  };
}
