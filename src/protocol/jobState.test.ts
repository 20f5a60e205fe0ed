import { expect, test } from "vitest";
import { isFinalState, readJobState, parseState } from "./jobState.ts";

const names = {
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

const cases = Object.entries(names).flatMap(([state, list]) => list.map((name) => [name, state]));

test.each(cases)("maps %j to %s", (name, state) => {
  expect(parseState(name)).toBe(state);
  const isFinal = state !== "queued" && state !== "processing";
  expect(isFinalState(readJobState(name))).toBe(isFinal);
});

test.each(["WARMING_UP", "", "42%", "constructor", "__proto__", "not completed", "unfinished"])(
  "treats %j as unknown and pending",
  (name) => {
    expect(parseState(name)).toBeUndefined();
    expect(readJobState(name)).toBe("processing");
  },
);
