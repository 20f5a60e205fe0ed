import {
  type Client,
  createClient,
  firstSnapshot,
  isFinalState,
  type JobSnapshot,
  pollJob,
  snapshotPollDelay,
} from "react-easel/client";
import { EaselError } from "react-easel/errors";
import type { SandboxFault } from "react-easel/sandbox";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "../createTestStack.ts";
import { heldClock, holdTime, settle } from "../heldTime.ts";

const jobCount = 200;
const watchersPerJob = 5;

beforeEach(() => {
  holdTime();
  // A fixed start time makes all runs equal.
  vi.setSystemTime(Date.UTC(2026, 0, 1));
});

afterEach(() => {
  vi.useRealTimers();
});

function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const faults: readonly SandboxFault[] = ["bad-gateway", "connection-reset", "torn-json"];

/** Creates an app whose service takes eight seconds per job and fails some calls. */
function createApp({ requestsPerMinute = 10_000, failing = 0 }) {
  const chance = createChance(7);
  const answers = { tooMany: 0 };
  const stack = createTestStack({
    sandbox: {
      ...heldClock,
      requestsPerMinute,
      credits: 10_000,
      timing: { queueMs: 1_000, runMs: 7_000 },
      faults: () => (chance() < failing ? faults[Math.floor(chance() * faults.length)] : undefined),
    },
    handler: {
      limits: {
        requestsPerMinute: 300,
        jobsAtOnce: 2,
        upstreamRequestsPerMinute: requestsPerMinute,
      },
    },
    intercept: async (request, handler) => {
      const response = await handler(request);
      if (response.status === 429) answers.tooMany += 1;
      return response;
    },
  });
  const clientOf = (user: string): Client =>
    createClient({ headers: () => ({ "x-user": user }), fetcher: stack.fetcher });
  const finish = (promise: Promise<unknown>) =>
    settle(stack, promise, () => vi.advanceTimersToNextTimerAsync());
  return { ...stack, answers, clientOf, finish };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function watch(client: Client, requestId: string): Promise<JobSnapshot> {
  let seen = firstSnapshot(requestId);
  while (!isFinalState(seen.state)) {
    await sleep(snapshotPollDelay(seen));
    seen = await pollJob(client, seen);
  }
  return seen;
}

test("completes 200 jobs for 1,000 watchers with upstream failures, without double charges or rejections", async () => {
  const { sandbox, events, answers, countCalls, clientOf, finish } = createApp({
    requestsPerMinute: 800,
    failing: 0.05,
  });
  const outcomes: string[] = [];

  const run = async (index: number): Promise<void> => {
    const client = clientOf(`user ${index}`);
    await sleep(index * 20);
    const attemptId = `attempt-${index}`;
    const input = { prompt: `a lighthouse, number ${index}` };
    const job = await client
      .submit("sdxl-torch", input, { attemptId })
      .catch((error: unknown) => error as EaselError);
    if (EaselError.is(job)) {
      // An unknown submit stays unknown, however often it is checked.
      const again = await client
        .submit("sdxl-torch", input, { attemptId })
        .catch((error: unknown) => error as EaselError);
      expect(again).toMatchObject({ code: "submit_unknown" });
      outcomes.push(job.code);
      return;
    }
    const { requestId } = job;
    const watchers = Array.from({ length: watchersPerJob }, () => watch(client, requestId));
    for (const { state } of await Promise.all(watchers)) outcomes.push(state);
  };

  const runs = Promise.all(Array.from({ length: jobCount }, (_, index) => run(index)));
  await finish(runs);

  const unknown = outcomes.filter((outcome) => outcome.startsWith("submit_")).length;
  expect(unknown).toBeGreaterThan(0);
  const completed = outcomes.filter((outcome) => outcome === "completed").length;
  expect(completed).toBe((jobCount - unknown) * watchersPerJob);
  expect(countCalls("submit")).toBe(jobCount);
  expect(answers.tooMany).toBe(0);
  expect(sandbox.log.filter(({ status }) => status === 429)).toEqual([]);
  expect(events.filter(({ type }) => type === "error")).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
}, 60_000);

test.for([
  ["without observations of the model", 0, 12],
  ["after ten jobs", 10, 8],
] as const)(
  "serves 40 browsers on 5 jobs of 8 seconds with few polls and short delays: %s",
  async ([, jobsBefore, maxPolls]) => {
    const { countCalls, clientOf, finish } = createApp({});
    const delays: number[] = [];

    const learnOne = async (index: number): Promise<void> => {
      const client = clientOf(`user ${index}`);
      const { requestId } = await client.submit("sdxl-torch", { prompt: `before, ${index}` });
      await watch(client, requestId);
    };
    for (let index = 0; index < jobsBefore; index += 1) {
      // Sequential, because each job's polls are scheduled by the previous jobs' durations.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await finish(learnOne(index));
    }
    const pollsBefore = countCalls("status");

    const run = async (index: number): Promise<void> => {
      await sleep(index * 330);
      const begunAt = Date.now();
      const client = clientOf(`user ${index}`);
      const { requestId } = await client.submit("sdxl-torch", { prompt: `number ${index}` });
      const watchOne = async (browser: number): Promise<void> => {
        await sleep(browser * 470);
        for (let polls = 0, retryAt = 0; ; polls += 1) {
          await sleep(polls === 0 ? 1_500 : Math.max(100, retryAt - Date.now()));
          const status = await client.getStatus(requestId);
          if (status.state === "completed") break;
          retryAt = status.retryAt ?? 0;
        }
        delays.push(Date.now() - begunAt - 8_000);
      };
      await Promise.all(Array.from({ length: 8 }, (_, browser) => watchOne(browser)));
    };
    await finish(Promise.all(Array.from({ length: 5 }, (_, index) => run(index))));

    const polls = countCalls("status") - pollsBefore;
    const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
    expect(delays).toHaveLength(40);
    expect(polls / 5).toBeLessThanOrEqual(maxPolls);
    expect(mean).toBeLessThan(500);
  },
);
