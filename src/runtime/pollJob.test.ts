import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { createClient } from "../client/createClient.ts";
import { addObservation } from "../polling/addObservation.ts";
import { isFresh, isPollDue, snapshotPollDelay, type JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import type { JobStatus } from "../protocol/wire.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { pollJob } from "./pollJob.ts";

const id = "2c7f59ea";
const start = Date.UTC(2026, 0, 1);

beforeEach(() => vi.useFakeTimers({ now: start, toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

/** Creates a client whose polls return the given outcomes in order. */
function clientOf(...answers: readonly (Partial<JobStatus> | EaselErrorCode | Error)[]): Client {
  const left = [...answers];
  const no = () => Promise.reject(new EaselError("internal"));
  return {
    submit: no,
    getResult: no,
    getStatus: (requestId) => {
      const next = left.shift();
      if (next instanceof Error) return Promise.reject(next);
      if (typeof next === "string") return Promise.reject(new EaselError(next, { retryAt: 9 }));
      return Promise.resolve({ requestId, state: "processing", ...next });
    },
  };
}

async function look(times: number, client: Client): Promise<JobSnapshot> {
  let watch = firstSnapshot(id);
  for (let done = 0; done < times; done++) watch = await pollJob(client, watch);
  return watch;
}

test("creates a first snapshot with the current time and no failed polls", () => {
  expect(firstSnapshot(id)).toMatchObject({
    requestId: id,
    state: "queued",
    submittedAt: start,
    polledAt: start,
    misses: 0,
  });
  expect(firstSnapshot(id, "processing").state).toBe("processing");
});

test("returns the host's status and clears earlier trouble", async () => {
  const metrics = { queueTime: 0.2 };
  const watch = await look(3, clientOf("network", "rate_limited", { metrics }));
  expect(watch).toMatchObject({ state: "processing", metrics, misses: 0, submittedAt: start });
  expect(watch.trouble).toBeUndefined();
});

test.each<EaselErrorCode>([
  "network",
  "unauthorized",
  "upstream_unavailable",
  "bad_answer",
  "not_found",
])("reports %s as trouble and never ends the job, however often it occurs", async (code) => {
  const watch = await look(20, clientOf(...Array.from({ length: 20 }, () => code)));
  expect(watch).toMatchObject({ state: "queued", misses: 20, trouble: { code } });
});

test("treats other errors as a lost connection, and doesn't mutate the snapshot", async () => {
  const before = Object.freeze(firstSnapshot(id));
  const cause = new RangeError("mine");
  const watch = await pollJob(clientOf(cause), before);
  expect(watch).toMatchObject({ misses: 1, trouble: { code: "network", cause } });
});

test("rejects with the job's ID after four consecutive polls that don't find the job", async () => {
  const unknown = Array.from({ length: 4 }, () => "job_not_found" as const);
  expect(await look(3, clientOf(...unknown))).toMatchObject({ misses: 3 });
  await expect(look(4, clientOf(...unknown))).rejects.toMatchObject({
    code: "job_not_found",
    requestId: id,
  });
});

test("counts a 404 after other errors as the first", async () => {
  const client = clientOf("network", "network", "network", "job_not_found", { state: "completed" });
  expect(await look(5, client)).toMatchObject({ state: "completed" });
  const broken = clientOf(
    ...(["job_not_found", "job_not_found", "network"] as const),
    "job_not_found",
  );
  expect(await look(4, broken)).toMatchObject({ misses: 4 });
});

test("doesn't end a job after one 404 if the system clock was set ahead", async () => {
  const watch = firstSnapshot(id);
  vi.setSystemTime(start + 3_600_001);
  const client = clientOf("job_not_found", { state: "completed" });
  const missed = await pollJob(client, watch);
  expect(missed).toMatchObject({ misses: 1, unknownPolls: 1 });
  expect(await pollJob(client, missed)).toMatchObject({ state: "completed" });
});

test("rejects immediately when aborted, even if the client ignores the signal", async () => {
  const deaf: Client = { ...clientOf(), getStatus: () => new Promise<never>(() => undefined) };
  const caller = new AbortController();
  const looking = pollJob(deaf, firstSnapshot(id), { signal: caller.signal });
  caller.abort();
  await expect(looking).rejects.toMatchObject({ code: "aborted", requestId: id });
});

test("schedules the next poll by the newest retry time", () => {
  const watch: JobSnapshot = { ...firstSnapshot(id), retryAt: start + 40_000 };
  const trouble = new EaselError("rate_limited", { retryAt: start + 50_000 });
  expect(snapshotPollDelay(watch)).toBe(40_000);
  expect(snapshotPollDelay({ ...watch, misses: 1, trouble })).toBe(50_000);
  expect(snapshotPollDelay(firstSnapshot(id))).toBeLessThan(5_000);
  expect(snapshotPollDelay(firstSnapshot(id), { hidden: true })).toBeGreaterThanOrEqual(5_000);
});

test("schedules polls by the time since the submit", () => {
  const old = firstSnapshot(id, "queued", start - 100_000);
  const late = { state: "processing", askedMs: 99_900, answeredMs: 100_000 } as const;
  const seen = { ...old, observations: addObservation(old.observations, late) };
  expect(snapshotPollDelay(seen)).toBeGreaterThan(2 * snapshotPollDelay(firstSnapshot(id)));
  expect(snapshotPollDelay(old)).toBeLessThan(snapshotPollDelay(seen));
});

test("uses the given time for a job accepted earlier", () => {
  expect(firstSnapshot(id, "queued", start - 5_000).submittedAt).toBe(start - 5_000);
});

test("polls rarely while signed out", () => {
  const trouble = new EaselError("unauthorized");
  expect(snapshotPollDelay({ ...firstSnapshot(id), misses: 1, trouble })).toBeGreaterThanOrEqual(
    30_000,
  );
  expect(snapshotPollDelay({ ...firstSnapshot(id), misses: 9, trouble })).toBeLessThanOrEqual(
    60_000,
  );
});

test("schedules by the handler's retry time, unless a poll failed", () => {
  const reported = { ...firstSnapshot(id), retryAt: start + 700 };
  expect(snapshotPollDelay(reported)).toBe(700);
  expect(snapshotPollDelay({ ...reported, retryAt: start - 700 })).toBe(100);
  expect(snapshotPollDelay(reported, { hidden: true })).toBeGreaterThanOrEqual(5_000);
  const trouble = new EaselError("rate_limited", { retryAt: start + 20_000 });
  expect(snapshotPollDelay({ ...reported, misses: 1, trouble })).toBeGreaterThanOrEqual(20_000);
});

test.each([-60, -10, 60])(
  "delays the next poll by the rate limit's duration if the host's clock is off by %d minutes",
  async (minutes) => {
    const body = {
      error: "Too many requests.",
      code: "rate_limited",
      charged: "no",
      retry: "after",
      retryAt: Date.now() + minutes * 60_000 + 59_760,
    };
    const headers = { "retry-after": "60", "retry-after-ms": "59760" };
    const fetcher = async () => Response.json(body, { status: 429, headers });
    const watch = await pollJob(createClient({ fetcher }), firstSnapshot(id));
    expect(watch.trouble).toMatchObject({ code: "rate_limited", retryAt: start + 59_760 });
    expect(snapshotPollDelay(watch)).toBe(59_760);
  },
);

test.each([1, 60, 60 * 24])(
  "keeps delays and polls immediately on resume if the system clock was set back %d minutes",
  (minutes) => {
    const watch: JobSnapshot = { ...firstSnapshot(id), retryAt: start + 700 };
    const trouble = new EaselError("rate_limited", { retryAt: start + 900_000 });
    const limited = { ...watch, misses: 1, trouble };
    vi.setSystemTime(start + 500);
    expect([isPollDue(watch), isPollDue(limited)]).toEqual([false, false]);
    vi.setSystemTime(start + 1_001);
    expect([isPollDue(watch), isPollDue(limited)]).toEqual([true, false]);
    vi.setSystemTime(start - minutes * 60_000);
    expect(snapshotPollDelay(watch)).toBe(700);
    expect(snapshotPollDelay(limited)).toBe(900_000);
    expect([isFresh(watch), isPollDue(watch), isPollDue(limited)]).toEqual([false, true, true]);
  },
);

test("updates the poll time after a failed poll if the system clock was set back", async () => {
  const watch: JobSnapshot = { ...firstSnapshot(id), retryAt: start + 700 };
  vi.setSystemTime(start - 3_600_000);
  const missed = await pollJob(clientOf(new RangeError("offline")), watch);
  expect(snapshotPollDelay(missed)).toBeLessThanOrEqual(1_250);
  expect(missed).toMatchObject({ state: "queued", polledAt: start - 3_600_000 });
});

test.each([20_000, 900_000, 3_600_000])("respects a rate limit of %d ms", (ms) => {
  const retryAt = start + ms;
  const trouble = new EaselError("rate_limited", { retryAt });
  expect(snapshotPollDelay({ ...firstSnapshot(id), misses: 1, trouble })).toBe(ms);
  expect(snapshotPollDelay({ ...firstSnapshot(id), retryAt })).toBe(ms);
});

test("delays a poll by at most an hour", () => {
  const retryAt = start + 1e12;
  const trouble = new EaselError("rate_limited", { retryAt });
  expect(snapshotPollDelay({ ...firstSnapshot(id), misses: 1, trouble })).toBe(3_600_000);
  expect(snapshotPollDelay({ ...firstSnapshot(id), retryAt })).toBe(3_600_000);
});
