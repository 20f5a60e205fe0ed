import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import { dropOldest } from "../stores/dropOldest.ts";
import type { Store } from "../stores/store.ts";
import { swapEntry } from "../stores/swapEntry.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";
import { parseJobEntry, serializeJobEntry, type JobEntry } from "./jobEntryFormat.ts";

export type JobPart = "status" | "result";

export interface PolledJob {
  readonly record: BackendJob;
  readonly waitMs?: number | undefined;
}

export interface StoredEntry {
  readonly text: string | undefined;
  readonly entry: JobEntry | undefined;
}

export const jobLifeMs = 3_600_000;

const maxCharacters = 256_000;

const maxKnown = 1_000;
const maxKnownCharacters = 4_000;

const keyOf = (part: JobPart, requestId: string): string => `${part}:${requestId}`;

export const isFinalEntry = ({ record }: JobEntry): boolean => isFinalState(record.state);

export function failureOf({ state, error }: BackendJob): EaselError | undefined {
  return state === "failed" ? (error ?? new EaselError("run_failed")) : undefined;
}

export function statusOnly({ requestId, state, error, metrics }: BackendJob): BackendJob {
  return { requestId, state, ...(error ? { error } : {}), ...(metrics ? { metrics } : {}) };
}

/**
 * Creates a function that returns the time until a job's next poll, in milliseconds. The wait starts when this process
 * first reads the entry, so a wrong clock delays a poll at most once.
 */
function createDueTimes(clock: SharedClock) {
  const known = new Map<string, { readonly nextAt: number; readonly until: number }>();

  return (key: string, { nextAt = 0, waitMs = longestWaitMs }: JobEntry): number => {
    const now = performance.now();
    const due = known.get(key);
    if (due?.nextAt === nextAt) return due.until - now;
    const leftMs = Math.min(nextAt - clock.now(), waitMs, longestWaitMs);
    if (!(leftMs > 0)) return 0;
    known.set(key, { nextAt, until: now + leftMs });
    dropOldest(known, maxKnown);
    return leftMs;
  };
}

export function createJobEntries(store: Store, clock: SharedClock) {
  const leftMs = createDueTimes(clock);
  const known = new Map<string, StoredEntry>();

  function remember(key: string, stored: StoredEntry): StoredEntry {
    if ((stored.text?.length ?? 0) > maxKnownCharacters) return stored;
    known.set(key, stored);
    dropOldest(known, maxKnown);
    return stored;
  }

  return {
    async read(part: JobPart, requestId: string): Promise<StoredEntry> {
      const key = keyOf(part, requestId);
      const text = await store.get(key);
      if (text === undefined) return { text, entry: undefined };
      const last = known.get(key);
      return last?.text === text
        ? last
        : remember(key, { text, entry: parseJobEntry(text, requestId) });
    },
    /** Returns the stored job, or undefined if a poll is due. Throws `job_not_found` if the last poll did. */
    fresh(part: JobPart, entry: JobEntry | undefined): PolledJob | undefined {
      if (!entry) return undefined;
      const { record, unknown } = entry;
      if (isFinalEntry(entry)) return { record };
      const waitMs = leftMs(keyOf(part, record.requestId), entry);
      if (waitMs <= 0) return undefined;
      if (unknown) throw new EaselError("job_not_found", { retryAt: Date.now() + waitMs });
      return { record, waitMs };
    },
    due: (waitMs: number | undefined): Pick<JobEntry, "nextAt" | "waitMs"> =>
      waitMs === undefined ? {} : { nextAt: clock.now() + waitMs, waitMs },
    /** Writes an entry, without its output if the entry is too large. Of concurrent writers, only one receives true. */
    async write(
      part: JobPart,
      previous: string | undefined,
      entry: JobEntry,
      onTooLarge?: (characters: number) => Promise<void>,
    ): Promise<boolean> {
      const { record } = entry;
      const key = keyOf(part, record.requestId);
      const whole = serializeJobEntry(entry);
      const fits = whole.length <= maxCharacters;
      if (!fits && part === "result" && isFinalEntry(entry)) {
        await onTooLarge?.(whole.length);
        return false;
      }
      const text = fits ? whole : serializeJobEntry({ ...entry, record: statusOnly(record) });
      const isWritten = await swapEntry(store, key, previous, text, jobLifeMs);
      // The record is copied because the backend could change its object later.
      if (isWritten && fits) remember(key, { text, entry: { ...entry, record: { ...record } } });
      return isWritten;
    },
  };
}
