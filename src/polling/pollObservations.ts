/** What polls of one job revealed, in milliseconds since the service accepted it; 0 for never. Wire format. */
export interface PollObservations {
  readonly count: number;
  /** Last pending poll. */
  readonly unfinishedMs: number;
  /** Last queued poll. */
  readonly queuedMs: number;
  /** First processing poll. */
  readonly processingMs: number;
  /** First final poll. */
  readonly endedMs: number;
  readonly failed: boolean;
  /** Smoothed round trip of a poll. */
  readonly roundTripMs: number;
}

export const noObservations: PollObservations = {
  count: 0,
  unfinishedMs: 0,
  queuedMs: 0,
  processingMs: 0,
  endedMs: 0,
  failed: false,
  roundTripMs: 0,
};
