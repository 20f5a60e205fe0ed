/** Summary of a job's polls (wire format). Times are in milliseconds since the job was accepted; 0 means never. */
export interface PollObservations {
  readonly count: number;
  /** Time of the last poll that found the job pending. */
  readonly unfinishedMs: number;
  /** Time of the last poll that found the job queued. */
  readonly queuedMs: number;
  /** Time of the first poll that found the job processing. */
  readonly processingMs: number;
  /** Time of the first poll that found the job ended. */
  readonly endedMs: number;
  readonly failed: boolean;
  /** Smoothed round-trip time of a poll, in milliseconds. */
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
