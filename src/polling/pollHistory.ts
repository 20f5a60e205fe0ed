import { isAmount } from "../protocol/isAmount.ts";
import type { Bounds } from "./span.ts";

/** Wire format of an `ObservedJob`. Times are in whole milliseconds. */
export type PollRecord = readonly [
  totalFrom: number,
  totalTo: number,
  processingFrom: number,
  processingTo: number,
  queueMs: number,
  /** 1 if a poll found the job queued, otherwise 0. */
  wasQueued: number,
];

/** Wire format for the durations of a model's recent jobs. Takes about 2 kB as JSON. */
export interface PollHistory {
  readonly version: 1;
  readonly jobs: readonly PollRecord[];
  readonly roundTripMs: number;
  /** Number of consecutive jobs, up to the newest one, whose end may have been detected late. */
  readonly unseen: number;
  /** Number of ended jobs, weighted so that older jobs count less. */
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

/** Maximum number of jobs in a history. The oldest of 64 jobs has a seventh of the newest job's weight. */
export const maxJobs = 64;

export interface ObservedJob {
  readonly total: Bounds;
  readonly processing: Bounds;
  readonly queueMs: number;
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

/** Values must be below this limit to be plausible. A billion milliseconds is more than eleven days. */
const tooLarge = 1e9;

const isPlausible = (value: unknown): boolean => isAmount(value) && value < tooLarge;

function isRecord(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 6 || !value.every(isPlausible)) return false;
  const [totalFrom, totalTo, processingFrom, processingTo] = value as unknown as PollRecord;
  return totalFrom <= totalTo && processingFrom <= processingTo && totalTo > 0 && processingTo > 0;
}

/** Returns a stored history, or an empty history if the value is damaged or has a different version. */
export function readPollHistory(value: unknown): PollHistory {
  const { version, jobs, roundTripMs, unseen, ended, failed } = (value ?? {}) as PollHistory;
  const isIntact =
    version === 1 &&
    Array.isArray(jobs) &&
    jobs.every(isRecord) &&
    [roundTripMs, unseen, ended, failed].every(isPlausible);
  return isIntact
    ? { version, jobs: jobs.slice(-maxJobs), roundTripMs, unseen, ended, failed }
    : emptyPollHistory;
}
