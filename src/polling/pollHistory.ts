/** Stored form of an `ObservedJob`, in whole milliseconds. Wire format. */
export type PollRecord = readonly [
  totalFrom: number,
  totalTo: number,
  processingFrom: number,
  processingTo: number,
  queueMs: number,
  /** 1 or 0. */
  wasQueued: number,
];

/** Durations of one model's jobs. About 2 kB of plain JSON, kept by browsers and by the handler's store: wire format. */
export interface PollHistory {
  readonly version: 1;
  /** Completed jobs, newest last. */
  readonly jobs: readonly PollRecord[];
  /** Smoothed round trip of a poll. */
  readonly roundTripMs: number;
  /** Newest jobs in a row that may have ended long before the poll that found it. */
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
