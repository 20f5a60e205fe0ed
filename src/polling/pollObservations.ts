/**
 * What the polls of one job revealed, in milliseconds since the service accepted it; 0 for never. Stored with the job and
 * sent between tabs: wire format.
 */
export interface PollObservations {
  /** Number of observations. */
  readonly count: number;
  /** Newest moment at which the job had not ended. */
  readonly unfinishedMs: number;
  /** Newest moment at which it was queued. */
  readonly queuedMs: number;
  /** First moment at which it was processing. */
  readonly processingMs: number;
  /** Moment at which it was found ended. */
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
