/**
 * What the looks at one job have shown. Moments in milliseconds since the service took the job, 0 for never. Plain data:
 * it may be stored with the job.
 */
export interface JobLooks {
  /** How many were answered. */
  readonly count: number;
  /** The newest moment at which the job had not ended. */
  readonly unfinishedMs: number;
  /** The newest moment at which it was queued. */
  readonly queuedMs: number;
  /** The first moment at which it was processing. */
  readonly processingMs: number;
  /** The moment at which it was seen to have ended. */
  readonly endedMs: number;
  readonly failed: boolean;
  /** How long a look takes to be answered. */
  readonly roundTripMs: number;
}

/** Before the first look. */
export const noLooks: JobLooks = {
  count: 0,
  unfinishedMs: 0,
  queuedMs: 0,
  processingMs: 0,
  endedMs: 0,
  failed: false,
  roundTripMs: 0,
};
