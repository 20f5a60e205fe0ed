import { emptyPollHistory, type PollHistory, type PollRecord } from "./pollHistory.ts";

/** As many of the newest jobs are kept. */
export const mostJobs = 64;

const isAmount = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value < 1e9;

function isRecord(value: unknown): value is PollRecord {
  if (!Array.isArray(value) || value.length !== 6 || !value.every(isAmount)) return false;
  const [totalFrom, totalTo, runFrom, runTo] = value as unknown as PollRecord;
  return totalFrom <= totalTo && runFrom <= runTo && totalTo > 0 && runTo > 0;
}

/** Reads a history back from storage. What is torn, foreign or of another version is an empty one, and learning begins anew. */
export function readPollHistory(value: unknown): PollHistory {
  const stored = value as Partial<PollHistory> | null | undefined;
  if (typeof stored !== "object" || stored?.version !== 1) return emptyPollHistory;
  const { jobs, roundTripMs, unseen, ended, failed } = stored;
  return Array.isArray(jobs) &&
    jobs.every(isRecord) &&
    [roundTripMs, unseen, ended, failed].every(isAmount)
    ? ({
        version: 1,
        jobs: jobs.slice(-mostJobs),
        roundTripMs,
        unseen,
        ended,
        failed,
      } as PollHistory)
    : emptyPollHistory;
}
