import type { Model } from "../models/index.ts";
import type { EaselError } from "../protocol/index.ts";

/** One intended run, from before its submit was sent. */
export interface JobRecord {
  readonly attemptId: string;
  readonly modelId: string;
  /** Whose run it is, where a page has several forms. */
  readonly scope: string;
  /** What was sent, so that the run can be made again. */
  readonly input: Readonly<Record<string, unknown>>;
  /** How long such runs take, by the model's word. */
  readonly latency?: Model["latency"];
  /** When it was begun, in milliseconds since 1970. */
  readonly startedAt: number;
  /** How the submit ended: `sent` is still under way, `unknown` may have been taken and paid for. */
  readonly submit: "sent" | "taken" | "refused" | "unknown";
  /** The job's id, once it was taken. */
  readonly requestId?: string;
  /** Why the submit came to nothing. */
  readonly error?: EaselError;
  /** Nobody watches it any more; it goes on at the service. */
  readonly detached: boolean;
}

/** Every run that was begun here, oldest first. */
export interface Ledger {
  /** The same array until something changes. */
  readonly list: () => readonly JobRecord[];
  /** Writes a run down, or over the one with the same attempt id. */
  readonly write: (record: JobRecord) => void;
  /** Changes what is known of a run; one that was forgotten stays forgotten. */
  readonly update: (attemptId: string, change: Partial<JobRecord>) => void;
  /** Takes a run out for good. Its job goes on at the service: there is no stopping it there. */
  readonly forget: (attemptId: string) => void;
  /** Calls back after each change; returns the way out. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A ledger in memory: it outlives a component, not the page. */
export function createLedger(): Ledger {
  let records: readonly JobRecord[] = [];
  const listeners = new Set<() => void>();

  const set = (next: readonly JobRecord[]) => {
    records = next;
    for (const listener of listeners) listener();
  };

  const has = (attemptId: string) => records.some((record) => record.attemptId === attemptId);

  return {
    list: () => records,
    write: (record) =>
      set([...records.filter(({ attemptId }) => attemptId !== record.attemptId), record]),
    update: (attemptId, change) => {
      if (!has(attemptId)) return;
      set(
        records.map((record) =>
          record.attemptId === attemptId ? { ...record, ...change, attemptId } : record,
        ),
      );
    },
    forget: (attemptId) => {
      if (has(attemptId)) set(records.filter((record) => record.attemptId !== attemptId));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
