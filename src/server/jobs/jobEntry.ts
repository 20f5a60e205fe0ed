import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import { dropOldest } from "../stores/dropOldest.ts";
import type { Store } from "../stores/store.ts";
import type { LeftMs } from "./createHolds.ts";
import { parseJobEntry, serializeJobEntry, type JobEntry } from "./jobEntryFormat.ts";

/** What is known of a job by its status, or by its result: each is asked for apart. */
export type JobPart = "status" | "result";

/** What is known of a job now. */
export interface PolledJob {
  readonly record: BackendJob;
  /** Milliseconds until the next poll; undefined when the job has ended. */
  readonly waitMs?: number | undefined;
}

export function isFinalEntry({ record }: JobEntry): boolean {
  return isFinalState(record.state);
}

/** Returns what an entry says as long as it holds; undefined when the next poll is due. */
export function heldLook(
  { holdLeftMs }: { readonly holdLeftMs: LeftMs },
  part: JobPart,
  entry: JobEntry | undefined,
): PolledJob | undefined {
  if (!entry) return undefined;
  const { record, unknown } = entry;
  if (isFinalEntry(entry)) return { record };
  const waitMs = holdLeftMs(keyOf(part, record.requestId), entry);
  if (waitMs <= 0) return undefined;
  if (unknown) throw new EaselError("job_not_found", { retryAt: Date.now() + waitMs });
  return { record, waitMs };
}

/** Returns the moment at which an entry is due, as it is stored. */
export function dueIn(
  { clock }: { readonly clock: SharedClock },
  waitMs: number | undefined,
): Pick<JobEntry, "nextAt" | "waitMs"> {
  return waitMs === undefined ? {} : { nextAt: clock.now() + waitMs, waitMs };
}

/** An entry, undefined when it is damaged, and the text that it was read from, which the next one replaces. */
export interface StandingEntry {
  readonly text: string | undefined;
  readonly entry: JobEntry | undefined;
}

/** As long as the service keeps a job. */
export const jobLifeMs = 3_600_000;

/** Images that came inline are larger, and don't fill the store: see `createLargeResults`. */
const maxCharacters = 256_000;

const keyOf = (part: JobPart, requestId: string): string => `${part}:${requestId}`;

/** What was read or written last in each store: whoever polls finds the same text again and again. */
const lastKnown = new WeakMap<Store, Map<string, StandingEntry>>();
const maxRemembered = 1_000;
const maxRememberedCharacters = 4_000;

function remember(store: Store, key: string, standing: StandingEntry): StandingEntry {
  const remembered = lastKnown.get(store) ?? new Map<string, StandingEntry>();
  lastKnown.set(store, remembered);
  if ((standing.text?.length ?? 0) > maxRememberedCharacters) return standing;
  remembered.set(key, standing);
  dropOldest(remembered, maxRemembered);
  return standing;
}

/** The entry that stands in the store. As long as the same text stands there, it is the same object. */
export async function readEntry(
  store: Store,
  part: JobPart,
  requestId: string,
): Promise<StandingEntry> {
  const key = keyOf(part, requestId);
  const text = await store.get(key);
  if (text === undefined) return { text, entry: undefined };
  const last = lastKnown.get(store)?.get(key);
  return last?.text === text
    ? last
    : remember(store, key, { text, entry: parseJobEntry(text, requestId) });
}

/** A record without what it made. */
export function statusOnly({ requestId, state, error, metrics }: BackendJob): BackendJob {
  return { requestId, state, ...(error ? { error } : {}), ...(metrics ? { metrics } : {}) };
}

/**
 * Writes an entry where nothing was written since it was read. A final result that is too large for the store isn't
 * written; other entries that are too large are written without their output.
 *
 * @param onTooLarge called instead, with the result's length in characters
 * @returns whether it was written: of all who have seen a job end, one gets true
 */
export async function writeEntry(
  store: Store,
  part: JobPart,
  standing: string | undefined,
  entry: JobEntry,
  onTooLarge?: (characters: number) => void,
): Promise<boolean> {
  const { requestId } = entry.record;
  const key = keyOf(part, requestId);
  const whole = serializeJobEntry(entry);
  const fits = whole.length <= maxCharacters;
  if (!fits && part === "result" && isFinalEntry(entry)) {
    onTooLarge?.(whole.length);
    return false;
  }
  const text = fits ? whole : serializeJobEntry({ ...entry, record: statusOnly(entry.record) });
  const written = await (standing === undefined
    ? store.add(key, text, jobLifeMs)
    : store.replace(key, standing, text, jobLifeMs));
  // A copy: the object may be another host's too.
  if (written && fits) {
    remember(store, key, { text, entry: { ...entry, record: { ...entry.record } } });
  }
  return written;
}
