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
