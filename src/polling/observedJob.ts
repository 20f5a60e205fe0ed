import type { PollRecord } from "./pollHistory.ts";
import type { Bounds } from "./span.ts";

/** Timing of a completed job, as far as its polls revealed it. */
export interface ObservedJob {
  /** From submit to completion. */
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
