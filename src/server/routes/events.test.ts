import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import type { HandlerLimits } from "../options/handlerLimits.ts";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
  });
});

const opened: Response[] = [];
const readers: ReadableStreamDefaultReader[] = [];

const breathe = () => new Promise((resolve) => setImmediate(resolve));

// A stream that stays open would poll, and set timers, in the clock of the next test.
afterEach(async () => {
  for (const { body } of opened.splice(0)) if (body && !body.locked) await body.cancel();
  for (const reader of readers.splice(0)) await reader.cancel();
  for (let turn = 0; turn < 10; turn += 1) await breathe();
  vi.useRealTimers();
});

/** Lets time pass, and what the platform does beside it. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 250) {
    await vi.advanceTimersByTimeAsync(250);
    for (let turn = 0; turn < 5; turn += 1) await breathe();
  }
}

/** Passes the time that a poll in flight may take. The timers of a stream that leaks last longer. */
async function expectNoTimers(): Promise<void> {
  for (let passed = 0; vi.getTimerCount() > 0 && passed < 60_000; passed += 250) await pass(250);
  expect(vi.getTimerCount()).toBe(0);
}

async function setUp(prompt = "a red fox", limits: HandlerLimits = {}) {
  const stack = createTestStack({
    sandbox: { now: () => Date.now(), timing: { queueMs: 2_000, runMs: 4_000 } },
    handler: { limits },
  });
  const ticket = String((await stack.submit({ prompt })).body["request_id"]);
  const open = async (init?: RequestInit) => {
    const response = await stack.ask(`/v2/requests/${ticket}/events`, init);
    opened.push(response);
    return response;
  };
  return { ...stack, open, ticket };
}

/** Reads a stream along, as far as it has come. */
function follow(response: Response) {
  const reading = { text: "", ended: false };
  const reader = (response.body ?? new ReadableStream()).getReader();
  readers.push(reader);
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      reading.text += new TextDecoder().decode(value);
    }
    reading.ended = true;
  };
  void read();
  const events = () =>
    Array.from(
      reading.text.matchAll(/id: (\d+)\n(?:event: (\w+)\n)?data: (.*)\n\n/g),
      ([, id, name, data = ""]) => ({
        id,
        name,
        data: JSON.parse(data) as Record<string, unknown>,
      }),
    );
  return { reading, events, cancel: () => reader.cancel() };
}

test("sends each state change once in the status route's format, and ends with the job", async () => {
  const { open, poll, ticket, sandbox } = await setUp();
  const response = await open();
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  const { reading, events } = follow(response);
  await pass(8_000);
  expect(events().map(({ id, data }) => [id, data["status"]])).toEqual([
    ["1", "QUEUED"],
    ["2", "PROCESSING"],
    ["3", "COMPLETED"],
  ]);
  expect(reading.ended).toBe(true);
  await expectNoTimers();
  expect(events().at(-1)?.data).toEqual((await poll(ticket)).body);
  expect(sandbox.log.length).toBeLessThan(12);
});

test("sends only new events to a browser that reconnects, and a 204 after the end", async () => {
  const { open } = await setUp();
  await pass(3_000);
  const { events } = follow(await open({ headers: { "last-event-id": "1" } }));
  await pass(5_000);
  expect(events().map(({ id }) => id)).toEqual(["2", "3"]);
  expect((await open({ headers: { "last-event-id": "3" } })).status).toBe(204);
  const late = follow(await open({ headers: { "last-event-id": "nonsense" } }));
  await pass(250);
  expect(late.events().map(({ id }) => id)).toEqual(["3"]);
});

test("makes no more polls for many streams of a job than for one", async () => {
  const { open, sandbox } = await setUp();
  const streams = (await Promise.all(Array.from({ length: 30 }, () => open()))).map(follow);
  await pass(8_000);
  expect(streams.every(({ events }) => events().at(-1)?.id === "3")).toBe(true);
  expect(sandbox.log.length).toBeLessThan(12);
});

test("sends heartbeats, and leaves no timers after the browser disconnects", async () => {
  const { open } = await setUp("a red fox sandbox:never-finishes");
  const { reading, cancel } = follow(await open());
  const gone = new AbortController();
  const aborted = follow(await open({ signal: gone.signal }));
  await pass(15_000);
  expect(reading.text.match(/^: /gm)).toHaveLength(1);
  await cancel();
  gone.abort();
  await pass(250);
  expect(aborted.reading.ended).toBe(true);
  await expectNoTimers();
  await open({ signal: AbortSignal.abort() });
  await open({ method: "HEAD" });
  await pass(250);
  await expectNoTimers();
});

test("ends the stream of a failed job with the status route's error", async () => {
  const { open } = await setUp("a red fox sandbox:run-failed");
  const { events, reading } = follow(await open());
  await pass(8_000);
  expect(events().at(-1)).toMatchObject({
    id: "3",
    data: { status: "FAILED", code: "run_failed", charged: "no" },
  });
  expect(reading.ended).toBe(true);
});

test("ends the stream with the reason if the service no longer knows the job", async () => {
  const { open, sandbox } = await setUp();
  for (let times = 0; times < 4; times += 1) sandbox.fail("status", "request-not-found");
  const { events, reading } = follow(await open());
  await pass(60_000);
  expect(events()).toMatchObject([{ id: "3", name: "lost", data: { code: "job_not_found" } }]);
  expect(reading.ended).toBe(true);
});

test("responds with 404 for an unknown job or another user's job", async () => {
  const { open, ask } = await setUp();
  const bob = await open({ headers: { "x-user": "bob" } });
  expect([bob.status, bob.headers.get("content-type")]).toEqual([404, "application/json"]);
  expect((await ask("/v2/requests/forged/events")).status).toBe(404);
  await expectNoTimers();
});

test("refuses a user's excess stream until another one ends", async () => {
  const { open } = await setUp("a red fox sandbox:never-finishes", { streamsAtOnce: 2 });
  const first = follow(await open());
  follow(await open());
  const refused = await open();
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({
    code: "rate_limited",
    retryAt: Date.now() + 60_000,
  });
  await first.cancel();
  expect((await open()).status).toBe(200);
  expect((await open()).status).toBe(429);
});

test("frees the slot when a stream ends or its browser disconnects", async () => {
  const { open } = await setUp("a red fox", { streamsAtOnce: 1 });
  await open({ signal: AbortSignal.abort() });
  await open({ method: "HEAD" });
  const { reading } = follow(await open());
  expect((await open()).status).toBe(429);
  await pass(8_000);
  expect(reading.ended).toBe(true);
  expect((await open()).status).toBe(200);
});

test("ends a stream every ten minutes so that it is authorized again", async () => {
  const { open } = await setUp("a red fox sandbox:never-finishes");
  const { reading, events } = follow(await open());
  await vi.advanceTimersByTimeAsync(599_000);
  await breathe();
  expect(reading.ended).toBe(false);
  await pass(1_000);
  expect(reading.ended).toBe(true);
  expect(events().at(-1)?.name).toBeUndefined();
  await expectNoTimers();
});
