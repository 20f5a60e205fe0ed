import { expect, test } from "vitest";
import type { Attempt } from "../../ledger/attempt.ts";
import { deriveJob } from "../../runtime/job.ts";
import { findRepeat } from "./findRepeat.ts";

const attempt: Attempt = {
  attemptId: "a",
  modelId: "sdxl-torch",
  scope: "studio",
  input: { prompt: "a fox", seed: -1 },
  startedAt: Date.now(),
  submit: "taken",
  requestId: "r",
  detached: false,
  result: { requestId: "r", images: [], seed: 42, body: {} },
};

const find = (input: Record<string, unknown>, change: Partial<Attempt> = {}) =>
  findRepeat({
    jobs: [deriveJob({ ...attempt, ...change }, {})],
    modelId: "sdxl-torch",
    input,
    seedName: "seed",
  })?.attemptId;

test("finds a job by the seed that it used, in any order of the fields", () => {
  expect(find({ seed: 42, prompt: "a fox" })).toBe("a");
  expect(find({ seed: 43, prompt: "a fox" })).toBeUndefined();
  expect(find({ seed: 42, prompt: "a hare" })).toBeUndefined();
  expect(find({ seed: 42, prompt: "a fox" }, { modelId: "another" })).toBeUndefined();
});

test("ignores random seeds, failed jobs, expired jobs, and incomplete inputs", () => {
  const same = { prompt: "a fox", seed: 42 };
  expect(find({ prompt: "a fox", seed: -1 })).toBeUndefined();
  expect(find({ prompt: "a fox" })).toBeUndefined();
  expect(find(same, { submit: "refused" })).toBeUndefined();
  expect(find(same, { endedAt: 0 })).toBeUndefined();
  expect(find(same, { omitted: ["image"] })).toBeUndefined();
});
