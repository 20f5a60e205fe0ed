import { emptyPollHistory, maxJobs, type PollHistory, type PollRecord } from "./pollHistory.ts";

/** Larger numbers are damage: a billion milliseconds are eleven days. */
const tooLarge = 1e9;

const isAmount = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value < tooLarge;

function isRecord(value: unknown): value is PollRecord {
  if (!Array.isArray(value) || value.length !== 6 || !value.every(isAmount)) return false;
  const [totalFrom, totalTo, processingFrom, processingTo] = value as unknown as PollRecord;
  return totalFrom <= totalTo && processingFrom <= processingTo && totalTo > 0 && processingTo > 0;
}

/** Returns an empty history for a damaged value or another version. */
export function readPollHistory(value: unknown): PollHistory {
  const stored = value as Partial<PollHistory> | null | undefined;
  if (typeof stored !== "object" || stored?.version !== 1) return emptyPollHistory;
  const { jobs, roundTripMs, unseen, ended, failed } = stored;
  return Array.isArray(jobs) &&
    jobs.every(isRecord) &&
    [roundTripMs, unseen, ended, failed].every(isAmount)
    ? ({
        version: 1,
        jobs: jobs.slice(-maxJobs),
        roundTripMs,
        unseen,
        ended,
        failed,
      } as PollHistory)
    : emptyPollHistory;
}
