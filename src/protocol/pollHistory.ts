/**
 * What one job taught, in whole milliseconds: its whole duration lies between the first two, its work between the next
 * two; then how long it was queued, and 1 if it was seen to be.
 */
export type PollRecord = readonly [
  totalFrom: number,
  totalTo: number,
  runFrom: number,
  runTo: number,
  queueMs: number,
  seenQueued: number,
];

/**
 * How long the jobs of one model took, as far as looking at them has shown. Plain data of about 2 kB: it goes through
 * JSON unchanged, so a browser may keep it in its storage and a handler in its store.
 */
export interface PollHistory {
  readonly version: 1;
  /** Completed jobs, the newest last. */
  readonly jobs: readonly PollRecord[];
  readonly roundTripMs: number;
  /** Jobs in a row that ended unseen, somewhere in the longer half of their time. */
  readonly unseen: number;
  /** Jobs that ended, and those of them that failed; older ones count for less. */
  readonly ended: number;
  readonly failed: number;
}

export const emptyPollHistory: PollHistory = {
  version: 1,
  jobs: [],
  roundTripMs: 0,
  unseen: 0,
  ended: 0,
  failed: 0,
};

/** As many of the newest jobs are kept. */
export const mostJobs = 64;

const isAmount = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value < 1e9;

function isRecord(value: unknown): value is PollRecord {
  if (!Array.isArray(value) || value.length !== 6 || !value.every(isAmount)) return false;
  const [totalFrom, totalTo, runFrom, runTo] = value as unknown as PollRecord;
  return totalFrom <= totalTo && runFrom <= runTo && totalTo > 0 && runTo > 0;
}

/** Reads a history back from storage. What is torn, foreign or of another version is an empty one, and learning begins anew. */
export function readPollHistory(value: unknown): PollHistory {
  const stored = value as Partial<PollHistory> | null | undefined;
  if (typeof stored !== "object" || stored?.version !== 1) return emptyPollHistory;
  const { jobs, roundTripMs, unseen, ended, failed } = stored;
  return Array.isArray(jobs) &&
    jobs.every(isRecord) &&
    [roundTripMs, unseen, ended, failed].every(isAmount)
    ? { ...(stored as PollHistory), jobs: jobs.slice(-mostJobs) }
    : emptyPollHistory;
}
