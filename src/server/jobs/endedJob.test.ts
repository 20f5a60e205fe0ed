import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { apiKey, createTestStack, type TestStackOptions } from "../../../test/createTestStack.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { extendModel } from "../../models/extendModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import type { EndedJob } from "../options/hookEvents.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { hookTimeoutMs } from "../submit/createSubmitHooks.ts";
import { retryPausesMs } from "./createEndReporter.ts";

afterEach(() => {
  vi.useRealTimers();
});

type BeforeSubmit = NonNullable<HandlerOptions["beforeSubmit"]>;

async function setUp(options: TestStackOptions = {}, input: object = {}) {
  const ids: string[] = [];
  const onJobEnd = vi.fn<(job: EndedJob) => void | Promise<void>>();
  const stack = createTestStack({
    sandbox: { timing: { queueMs: 1_000, runMs: 2_000 } },
    ...options,
    handler: {
      // Time stands still here: what is known of a job is old at once.
      pollDelay: () => 0,
      beforeSubmit: ({ id }) => void ids.push(id),
      onJobEnd,
      ...options.handler,
    },
  });
  const { body } = await stack.submit({ prompt: "a red fox", ...input });
  const ticket = String(body["request_id"]);
  const errors = () => stack.events.filter(({ type }) => type === "error");
  return { ...stack, ids, onJobEnd, ticket, errors };
}

const calls = ({ onJobEnd }: { onJobEnd: { mock: { calls: [EndedJob][] } } }) =>
  onJobEnd.mock.calls.map(([job]) => job);

test("passes input, user, images, and cost with the ID from beforeSubmit", async () => {
  const authorize = () => ({ userId: "ada", org: "acme", joined: new Date(0) });
  const stack = await setUp({ handler: { authorize } }, { samples: 2 });
  await stack.poll(stack.ticket);
  expect(calls(stack)).toEqual([]);
  stack.sandbox.advance(3_000);
  await stack.poll(stack.ticket);
  const requestId = stack.sandbox.log[0]?.requestId;
  expect(calls(stack)).toEqual([
    {
      id: stack.ids[0],
      requestId,
      user: { userId: "ada", org: "acme", joined: "1970-01-01T00:00:00.000Z" },
      modelId: "sdxl-torch",
      state: "completed",
      input: stack.sandbox.log[0]?.body,
      omitted: [],
      images: [0, 1].map(() => ({
        url: expect.stringMatching(/^https:\/\/images\.segmind\.com\//) as string,
        contentType: expect.stringMatching(/^image\//) as string,
      })),
      charged: "yes",
      cost: expect.any(Number) as number,
      remainingCredits: expect.any(Number) as number,
    },
  ]);
  // The page asks for the result next: it was fetched once for both.
  await stack.fetchResult(stack.ticket);
  expect(stack.countCalls("result")).toBe(1);
});

test.each<[string, "poll" | "fetchResult"]>([
  ["a status", "poll"],
  ["a result", "fetchResult"],
])("calls onJobEnd once for concurrent requests for %s", async (_, first) => {
  const stack = await setUp();
  const other = stack.createInstance();
  stack.sandbox.advance(3_000);
  await Promise.all([stack, other, stack].map((instance) => instance[first](stack.ticket)));
  const events = await other.ask(`/v2/requests/${stack.ticket}/events`);
  await Promise.all([
    events.text(),
    stack.poll(stack.ticket),
    other.fetchResult(stack.ticket),
    stack.fetchResult(stack.ticket),
  ]);
  expect(calls(stack)).toHaveLength(1);
  expect(calls(stack)[0]?.images).toHaveLength(1);
});

test("calls onJobEnd when only an event stream reads the end", async () => {
  const stack = await setUp();
  stack.sandbox.advance(3_000);
  await (await stack.ask(`/v2/requests/${stack.ticket}/events`)).text();
  expect(calls(stack)).toHaveLength(1);
});

test("reports and retries a rejected call in the background, without failing a response", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  const cause = new Error("the database is down");
  const stack = await setUp();
  stack.onJobEnd.mockRejectedValueOnce(cause).mockImplementationOnce(() => {
    throw cause;
  });
  stack.sandbox.advance(3_000);
  const answers = [await stack.poll(stack.ticket), await stack.fetchResult(stack.ticket)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(calls(stack)).toHaveLength(1);
  for (const [index, pauseMs] of retryPausesMs.entries()) {
    await vi.advanceTimersByTimeAsync(pauseMs);
    await stack.poll(stack.ticket);
    expect(calls(stack)).toHaveLength(Math.min(3, index + 2));
  }
  const [first, , third] = calls(stack);
  expect(third).toEqual(first);
  expect(stack.countCalls("result")).toBe(1);
  const reported = { type: "error", where: "onJobEnd", cause };
  expect(stack.errors()).toEqual([reported, reported]);
});

test("makes one call at a time, and retries one that never settles after five minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const stack = await setUp();
  stack.onJobEnd.mockReturnValueOnce(new Promise(() => undefined));
  stack.sandbox.advance(3_000);
  void stack.poll(stack.ticket);
  await vi.waitFor(() => expect(calls(stack)).toHaveLength(1));
  await stack.fetchResult(stack.ticket);
  expect(calls(stack)).toHaveLength(1);
  vi.advanceTimersByTime(300_001);
  await stack.fetchResult(stack.ticket);
  vi.useRealTimers();
  expect(calls(stack)).toHaveLength(2);
});

test("passes a failed job's error and charge without images", async () => {
  const stack = await setUp({}, { prompt: "a red fox sandbox:run-failed" });
  stack.sandbox.advance(3_000);
  expect((await stack.poll(stack.ticket)).status).toBe(422);
  await stack.fetchResult(stack.ticket);
  expect(calls(stack)).toMatchObject([
    { id: stack.ids[0], state: "failed", images: [], charged: "no", error: { code: "run_failed" } },
  ]);
});

test.each<[BeforeSubmit]>([[() => "No."], [() => Promise.reject(new Error())]])(
  "doesn't call onJobEnd for a refused submit",
  async (beforeSubmit) => {
    const stack = await setUp({ handler: { beforeSubmit } });
    expect(calls(stack)).toEqual([]);
    expect(stack.sandbox.log).toEqual([]);
  },
);

test("passes the input that was sent, not the browser's input", async () => {
  const beforeSubmit: BeforeSubmit = ({ input }) => ({
    input: { ...input, prompt: "a red fox, watercolor" },
  });
  const stack = await setUp({ handler: { beforeSubmit } });
  stack.sandbox.advance(3_000);
  await stack.poll(stack.ticket);
  expect(calls(stack)[0]?.input).toMatchObject({ prompt: "a red fox, watercolor" });
});

/** A backend whose jobs end as given, at their first poll. */
const endingAs = (record: Omit<BackendJob, "requestId">, submitted: JobState = "queued") => ({
  ...segmind({ apiKey }),
  submit: async () => ({ requestId: "job-1", state: submitted }),
  getStatus: async () => ({ requestId: "job-1", state: record.state }),
  getResult: async () => ({ requestId: "job-1", ...record }),
});

test("reports a job immediately if the submit returns a final state", async () => {
  const images = [{ url: "https://cdn.example/a.png" }];
  const backend = endingAs({ state: "completed", images }, "completed");
  const stack = await setUp({ handler: { backend } });
  expect(calls(stack)).toMatchObject([{ id: stack.ids[0], state: "completed", images }]);
  expect((await stack.fetchResult(stack.ticket)).body["output"]).toBe("https://cdn.example/a.png");
  expect(calls(stack)).toHaveLength(1);
});

test("returns the ticket of a paid job without waiting for a slow onJobEnd", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const onJobEnd = vi.fn(() => new Promise<void>(() => {}));
  const backend = endingAs({ state: "completed" }, "completed");
  const submitted = setUp({ handler: { backend, onJobEnd } });
  await vi.waitFor(() => expect(onJobEnd).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(hookTimeoutMs);
  vi.useRealTimers();
  expect((await submitted).ticket).toContain("~job-1~");
});

test("passes images that a backend returns in the service's body", async () => {
  const body = { status: "COMPLETED", output: '["https://cdn.example/a.png"]' };
  const backend = endingAs({ state: "completed", body });
  const stack = await setUp({ handler: { backend } });
  await stack.fetchResult(stack.ticket);
  expect(calls(stack)[0]?.images).toEqual([{ url: "https://cdn.example/a.png" }]);
});

test("returns a ticket for a job that has ended even if its result can't be read", async () => {
  const backend = {
    ...endingAs({ state: "completed" }, "completed"),
    getResult: () => Promise.reject(new EaselError("upstream_unavailable")),
  };
  const stack = await setUp({ handler: { backend } });
  expect(stack.ticket).toContain("~job-1~");
  expect(calls(stack)).toEqual([]);
});

test("reports a completed status once its result is available", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const completed = { requestId: "job-1", state: "completed" } as const;
  const results: (() => Promise<BackendJob>)[] = [
    async () => ({ requestId: "job-1", state: "processing" }),
    () => Promise.reject(new EaselError("upstream_unavailable")),
    async () => ({ ...completed, images: [{ url: "https://cdn.example/a.png" }] }),
  ];
  const backend = {
    ...endingAs(completed),
    getResult: async () => (await results.shift()?.()) ?? completed,
  };
  const stack = await setUp({ handler: { backend } });
  await stack.poll(stack.ticket);
  await stack.poll(stack.ticket);
  expect(calls(stack)).toEqual([]);
  vi.advanceTimersByTime(1_000);
  await stack.poll(stack.ticket);
  vi.useRealTimers();
  expect(calls(stack)).toMatchObject([{ images: [{ url: "https://cdn.example/a.png" }] }]);
});

test.each([
  ["run_canceled", "canceled", "unknown"],
  ["run_expired", "expired", "unknown"],
  ["content_blocked", "failed", "no"],
] as const)("reports a job that failed with %s as %s", async (code, state, charged) => {
  const backend = endingAs({ state: "failed", error: new EaselError(code) });
  const stack = await setUp({ handler: { backend } });
  await stack.fetchResult(stack.ticket);
  expect(calls(stack)).toMatchObject([{ state, charged, error: { code } }]);
});

test("reports a failed job with a cost as charged", async () => {
  const backend = endingAs({ state: "failed", metrics: { cost: 0.5 } });
  const stack = await setUp({ handler: { backend } });
  await stack.fetchResult(stack.ticket);
  expect(calls(stack)).toMatchObject([
    { charged: "yes", cost: 0.5, error: { code: "run_failed" } },
  ]);
});

test("passes inline images", async () => {
  const stack = await setUp({}, { base64: true });
  stack.sandbox.advance(3_000);
  await stack.poll(stack.ticket);
  expect(calls(stack)[0]?.images[0]?.url).toMatch(/^data:image\//);
});

test("lists omitted large fields, and passes the remaining input", async () => {
  const stack = await setUp({}, { negative_prompt: "x".repeat(30_000) });
  stack.sandbox.advance(3_000);
  await stack.poll(stack.ticket);
  const [job] = calls(stack);
  expect(job?.omitted).toEqual(["negative_prompt"]);
  expect(job?.input).toMatchObject({ prompt: "a red fox", samples: 1 });
  expect(job?.input).not.toHaveProperty("negative_prompt");
});

test.each([
  ["is too large", () => ({ userId: "ada", session: "x".repeat(30_000) })],
  ["can't be serialized as JSON", () => ({ userId: "ada", credits: 1n })],
])("keeps only the ID of a user that %s, and reports it", async (_, authorize) => {
  const stack = await setUp({ handler: { authorize } });
  stack.sandbox.advance(3_000);
  await stack.poll(stack.ticket);
  expect(calls(stack)[0]?.user).toEqual({ userId: "ada" });
  expect(stack.errors()).toMatchObject([{ where: "authorize" }]);
});

test("passes the ID, user ID, and images if the store has lost the submit", async () => {
  const stack = await setUp();
  const restarted = stack.createInstance({ store: memoryStore() });
  stack.sandbox.advance(3_000);
  await restarted.poll(stack.ticket);
  const [job] = calls(stack);
  expect(job).toMatchObject({ id: stack.ids[0], user: { userId: "ada" }, state: "completed" });
  expect(job?.input).toBeUndefined();
  expect(job?.images).toHaveLength(1);
});

test("includes local fields in the input without sending them to the service", async () => {
  const project = z.string().optional();
  const model = extendModel(sdxlTorch, { project }, { local: ["project"] });
  const stack = await setUp({ handler: { models: [model] } }, { project: "poster" });
  stack.sandbox.advance(3_000);
  await stack.poll(stack.ticket);
  expect(calls(stack)[0]?.input).toMatchObject({ prompt: "a red fox", project: "poster" });
  expect(stack.sandbox.log[0]?.body).not.toHaveProperty("project");
});

test("doesn't store the input or user without onJobEnd", async () => {
  const { store, submit } = createTestStack({
    handler: { authorize: () => ({ userId: "ada@x" }) },
  });
  const add = vi.spyOn(store, "add");
  await submit({ prompt: "a red fox" });
  expect(JSON.stringify(add.mock.calls)).not.toMatch(/ada@x|red fox/);
});

test("returns the ticket if the store fails after the submit", async () => {
  const stack = await setUp();
  const add = stack.store.add.bind(stack.store);
  vi.spyOn(stack.store, "add").mockImplementation((key, ...rest) =>
    key.startsWith("submit:") ? Promise.reject(new Error("down")) : add(key, ...rest),
  );
  expect((await stack.submit({ prompt: "a cat" })).status).toBe(200);
  expect(stack.errors()).toMatchObject([{ where: "store" }]);
});
