import { EaselError } from "react-easel/errors";
import { segmind, type HandlerOptions } from "react-easel/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apiKey, createTestStack } from "./createTestStack.ts";

// Tests that users who share an account wait no longer than their share requires.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});
afterEach(() => void vi.useRealTimers());

const bob = { "x-user": "bob" };
const fox = { prompt: "a red fox" };

function setUp(handler: Partial<HandlerOptions> = {}) {
  const stack = createTestStack({
    sandbox: { now: () => performance.now(), timing: { queueMs: 1_000, runMs: 7_000 } },
    handler: { pollDelay: () => 0, ...handler },
  });
  const pollAs = (user: string, ticket: unknown) =>
    stack.poll(ticket, { headers: { "x-user": user } });
  return { ...stack, pollAs };
}

test("keeps other users' submits, polls and results available while one user submits in a loop", async () => {
  const { submit, pollAs, fetchResult, countCalls } = setUp({
    limits: { upstreamRequestsPerMinute: 20 },
  });
  const ticket = (await submit(fox, bob)).body["request_id"];
  const answers = await Promise.all(Array.from({ length: 40 }, () => submit(fox)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(40 - 11);
  expect(refused[0]?.body).toMatchObject({ charged: "no", retry: "after" });
  vi.advanceTimersByTime(8_000);
  expect((await pollAs("bob", ticket)).body["status"]).toBe("COMPLETED");
  expect((await fetchResult(ticket, { headers: bob })).body["status"]).toBe("COMPLETED");
  expect((await submit(fox, bob)).status).toBe(200);
  expect(countCalls("submit")).toBe(13);
});

test("keeps other users' polls available while one user polls many jobs", async () => {
  const { submit, poll, pollAs } = setUp({ limits: { upstreamRequestsPerMinute: 100 } });
  const ticket = (await submit(fox, bob)).body["request_id"];
  const jobs = await Promise.all(Array.from({ length: 10 }, () => submit(fox)));
  for (let polls = 0; polls < 20; polls += 1) {
    await Promise.all(jobs.map(({ body }) => poll(body["request_id"])));
  }
  vi.advanceTimersByTime(8_000);
  expect((await pollAs("bob", ticket)).body["status"]).toBe("COMPLETED");
});

test("pauses uploads but not polls after a 429 of the upload host", async () => {
  const uploadImage = vi.fn(async () => {
    throw new EaselError("rate_limited", { retryAt: Date.now() + 60_000 });
  });
  const { submit, pollAs, ask } = setUp({ backend: withSandbox({ uploadImage }) });
  const ticket = (await submit(fox)).body["request_id"];
  const png = Uint8Array.from(
    atob(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    ),
    (character) => character.charCodeAt(0),
  );
  const upload = () =>
    ask("/upload", { method: "POST", headers: { "content-type": "image/png" }, body: png });
  for (const answer of [await upload(), await upload()]) {
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(50);
  }
  expect(uploadImage).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(8_000);
  expect((await pollAs("ada", ticket)).body["status"]).toBe("COMPLETED");
});

test("gives each visitor of a public app a share by clientKey", async () => {
  const { submit } = setUp({
    authorize: "public",
    limits: {
      requestsPerMinute: 100,
      upstreamRequestsPerMinute: 20,
      clientKey: (request) => request.headers.get("x-user") ?? "ada",
    },
  });
  await submit(fox, bob);
  const answers = await Promise.all(Array.from({ length: 40 }, () => submit(fox)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
  expect((await submit(fox, bob)).status).toBe(200);
});

function withSandbox(own: Partial<HandlerOptions["backend"]>): HandlerOptions["backend"] {
  const { sandbox } = createTestStack({ sandbox: { now: () => performance.now() } });
  return { ...segmind({ apiKey, fetch: sandbox.fetch }), ...own };
}
