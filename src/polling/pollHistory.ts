import type { Bounds } from "./span.ts";

/** An `ObservedJob` in whole milliseconds. Wire format. */
export type PollRecord = readonly [
  totalFrom: number,
  totalTo: number,
  processingFrom: number,
  processingTo: number,
  queueMs: number,
  /** 1 or 0. */
  wasQueued: number,
];

/** Durations of one model's jobs: about 2 kB of JSON. Wire format. */
export interface PollHistory {
  readonly version: 1;
  /** Completed jobs, newest last. */
  readonly jobs: readonly PollRecord[];
  readonly roundTripMs: number;
  /** Newest jobs in a row that may have ended long before their last poll. */
  readonly unseen: number;
  /** Ended jobs; older ones count for less. */
  readonly ended: number;
  /** Failed jobs among these. */
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

/** The 64th job has a seventh of the newest one's weight. */
export const maxJobs = 64;

/** Timing of a completed job, as far as polls revealed it. */
export interface ObservedJob {
  readonly total: Bounds;
  readonly processing: Bounds;
  readonly queueMs: number;
  /** A poll reported `queued`. */
  readonly wasQueued: boolean;
}

export function readPollRecords(records: readonly PollRecord[]): ObservedJob[] {
  return records.map(([totalFrom, totalTo, processingFrom, processingTo, queueMs, wasQueued]) => ({
    total: { from: totalFrom, to: totalTo },
    processing: { from: processingFrom, to: processingTo },
    queueMs,
    wasQueued: wasQueued === 1,
  }));
}

export function writePollRecord(job: ObservedJob): PollRecord {
  const { total, processing, queueMs, wasQueued } = job;
  return [total.from, total.to, processing.from, processing.to, queueMs, wasQueued ? 1 : 0];
}
