import { expect, test } from "vitest";
import { isFinalState, readJobState, readStateWord } from "./jobState.ts";

const words = {
  queued: ["QUEUED", "queued", "IN_QUEUE", "Pending", "starting"],
  processing: ["PROCESSING", "in-progress", "IN_PROGRESS", "running"],
  completed: [
    "COMPLETED",
    "Completed",
    "succeeded",
    "success",
    "SUCCESS",
    "done",
    "Finished",
    "Ready",
  ],
  failed: ["FAILED", "failure", "error", "Error", "NSFW", "rejected", "Request Moderated"],
  canceled: ["canceled", "CANCELLED", "Cancelled", "aborted", "terminated"],
  expired: ["expired", "EXPIRED", "timeout", "TIMED_OUT", "timed out"],
} as const;

const cases = Object.entries(words).flatMap(([state, list]) => list.map((word) => [word, state]));

test.each(cases)("%j is %s", (word, state) => {
  expect(readStateWord(word)).toBe(state);
  const isFinal = state !== "queued" && state !== "processing";
  expect(isFinalState(readJobState(word))).toBe(isFinal);
});

test.each(["WARMING_UP", "", "42%", "constructor", "__proto__", "not completed", "unfinished"])(
  "%j is unknown, and pending",
  (word) => {
    expect(readStateWord(word)).toBeUndefined();
    expect(readJobState(word)).toBe("processing");
  },
);
