import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import { dropOldest } from "../stores/dropOldest.ts";
import type { Store } from "../stores/store.ts";
import { createDueTimes } from "./createDueTimes.ts";
import { parseJobEntry, serializeJobEntry, type JobEntry } from "./jobEntryFormat.ts";

/** Status and result of a job are polled and stored separately. */
export type JobPart = "status" | "result";

/** The last known state of a job. */
export interface PolledJob {
  readonly record: BackendJob;
  /** Milliseconds until the next poll. Undefined when the job has ended. */
  readonly waitMs?: number | undefined;
}

/** A stored entry, undefined when it is absent or damaged, and its text, which the next write replaces. */
export interface StoredEntry {
  readonly text: string | undefined;
  readonly entry: JobEntry | undefined;
}

/** What the store holds of jobs. */
export interface JobEntries {
  /** Reads an entry. While its text is unchanged, it is the same object. */
  read(part: JobPart, requestId: string): Promise<StoredEntry>;
  /** Returns an entry's job until its next poll is due. Throws `job_not_found` for one that the service didn't know. */
  fresh(part: JobPart, entry: JobEntry | undefined): PolledJob | undefined;
  /** Returns the fields of an entry that is due in `waitMs`. */
  due(waitMs: number | undefined): Pick<JobEntry, "nextAt" | "waitMs">;
  /**
   * Writes an entry unless another was written since `text` was read. A final result that is too large isn't written; other
   * entries that are too large are written without their output.
   *
   * @param onTooLarge called instead of the write, with the result's length in characters
   * @returns whether it was written: true for one of all instances that have seen a job end
   */
  write(
    part: JobPart,
    text: string | undefined,
    entry: JobEntry,
    onTooLarge?: (characters: number) => void,
  ): Promise<boolean>;
}

/** As long as the service keeps a job. */
export const jobLifeMs = 3_600_000;

/** Results with inline images are larger: see `createLargeResults`. */
const maxCharacters = 256_000;

const maxKnown = 1_000;
const maxKnownCharacters = 4_000;

const keyOf = (part: JobPart, requestId: string): string => `${part}:${requestId}`;

export function isFinalEntry({ record }: JobEntry): boolean {
  return isFinalState(record.state);
}

/** Returns a job without its output. */
export function statusOnly({ requestId, state, error, metrics }: BackendJob): BackendJob {
  return { requestId, state, ...(error ? { error } : {}), ...(metrics ? { metrics } : {}) };
}

export function createJobEntries(store: Store, clock: SharedClock): JobEntries {
  const leftMs = createDueTimes(clock);
  /** Entries by key, so that the same text isn't parsed for each poll. */
  const known = new Map<string, StoredEntry>();

  function remember(key: string, stored: StoredEntry): StoredEntry {
    if ((stored.text?.length ?? 0) > maxKnownCharacters) return stored;
    known.set(key, stored);
    dropOldest(known, maxKnown);
    return stored;
  }

  return {
    async read(part, requestId) {
      const key = keyOf(part, requestId);
      const text = await store.get(key);
      if (text === undefined) return { text, entry: undefined };
      const last = known.get(key);
      return last?.text === text
        ? last
        : remember(key, { text, entry: parseJobEntry(text, requestId) });
    },
    fresh(part, entry) {
      if (!entry) return undefined;
      const { record, unknown } = entry;
      if (isFinalEntry(entry)) return { record };
      const waitMs = leftMs(keyOf(part, record.requestId), entry);
      if (waitMs <= 0) return undefined;
      if (unknown) throw new EaselError("job_not_found", { retryAt: Date.now() + waitMs });
      return { record, waitMs };
    },
    due: (waitMs) => (waitMs === undefined ? {} : { nextAt: clock.now() + waitMs, waitMs }),
    async write(part, previous, entry, onTooLarge) {
      const { record } = entry;
      const key = keyOf(part, record.requestId);
      const whole = serializeJobEntry(entry);
      const fits = whole.length <= maxCharacters;
      if (!fits && part === "result" && isFinalEntry(entry)) {
        onTooLarge?.(whole.length);
        return false;
      }
      const text = fits ? whole : serializeJobEntry({ ...entry, record: statusOnly(record) });
      const isWritten = await (previous === undefined
        ? store.add(key, text, jobLifeMs)
        : store.replace(key, previous, text, jobLifeMs));
      // A copy, because the backend may change its object.
      if (isWritten && fits) remember(key, { text, entry: { ...entry, record: { ...record } } });
      return isWritten;
    },
  };
}
