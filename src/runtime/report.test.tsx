import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { EaselProvider } from "../hooks/EaselProvider.tsx";
import { useGenerate } from "../hooks/useGenerate.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobStatus } from "../protocol/wire.ts";
import type { EaselErrorContext, EaselEvent } from "./report.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const secret = { prompt: "a very private panda" };
const ticket = "ticket-1";
const image = "https://images.example/private.png";

/** Renders a page whose job has the state that the test sets, and records the provider's callbacks. */
function openPage({ onEvent = vi.fn(), onError = vi.fn(), storage = memoryStorage() } = {}) {
  let status: Omit<JobStatus, "requestId"> = { state: "queued" };
  const client = {
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: ticket, state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, ...status })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [{ url: image }],
      prompt: secret.prompt,
      metrics: { inferenceTime: 2.5, queueTime: 0.5 },
      body: {},
    })),
  } satisfies Client;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EaselProvider client={client} storage={storage} onEvent={onEvent} onError={onError}>
      {children}
    </EaselProvider>
  );
  const { result, unmount } = renderHook(() => useGenerate(sdxlTorch), { wrapper });
  const put = (next: typeof status) => void (status = next);
  const events = () => onEvent.mock.calls.map(([event]) => event as EaselEvent);
  const errors = () =>
    onError.mock.calls.map(
      ([error, context]) => [error as EaselError, context as EaselErrorContext] as const,
    );
  return { client, hook: result, put, unmount, events, errors, onEvent, onError, storage };
}

test("emits a job's events with times but without its content", async () => {
  const { hook, put, events, errors } = openPage();
  act(() => hook.current.generate(secret));
  await pass(0);
  put({ state: "processing" });
  await pass(4_000);
  put({ state: "completed" });
  await pass(10_000);
  const { attemptId = "" } = hook.current.job ?? {};
  const about = { attemptId, modelId: sdxlTorch.id, scope: sdxlTorch.id };
  expect(events()).toEqual([
    { type: "submitted", ...about },
    { type: "accepted", ...about, durationMs: 0 },
    { type: "state", ...about, state: "queued" },
    { type: "state", ...about, state: "processing" },
    { type: "state", ...about, state: "completed" },
    {
      type: "finished",
      ...about,
      outcome: "completed",
      durationMs: expect.any(Number) as number,
      queueMs: 500,
      generationMs: 2_500,
      images: 1,
    },
  ]);
  expect(errors()).toEqual([]);
  for (const word of [secret.prompt, ticket, image]) {
    expect(JSON.stringify(events())).not.toContain(word);
  }
});

test.each([
  ["submit_unknown", "unknown", "unsafe"],
  ["rate_limited", "no", "after"],
] as const)("reports %s as an error of the submit", async (code, charged, retry) => {
  const { client, hook, events, errors } = openPage();
  client.submit.mockRejectedValueOnce(
    new EaselError(code, { message: `Refused: ${secret.prompt}`, fields: secret, status: 500 }),
  );
  act(() => hook.current.generate(secret));
  await pass(0);
  const attemptId = hook.current.job?.attemptId;
  const context = { during: "submit", attemptId, modelId: sdxlTorch.id, scope: sdxlTorch.id };
  expect(events().at(-1)).toEqual({ type: "error", ...context, code, charged, retry, status: 500 });
  const [[error, said] = []] = errors();
  expect(error).toMatchObject({ code, charged, retry, attemptId, status: 500 });
  expect(said).toEqual(context);
  expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain(secret.prompt);
});

test("reports repeated poll failures once, and the job's end", async () => {
  const { client, hook, put, events, errors } = openPage();
  act(() => hook.current.generate(secret));
  await pass(0);
  const poll = client.getStatus.getMockImplementation();
  client.getStatus.mockRejectedValue(new EaselError("network", { requestId: ticket }));
  await pass(30_000);
  expect(client.getStatus.mock.calls.length).toBeGreaterThan(1);
  if (poll) client.getStatus.mockImplementation(poll);
  put({ state: "failed", error: new EaselError("run_failed", { message: secret.prompt }) });
  await pass(60_000);
  expect(errors().map(([error, context]) => [error?.code, context])).toMatchObject([
    ["network", { during: "watch" }],
    ["run_failed", { during: "run" }],
  ]);
  expect(events()).toContainEqual(
    expect.objectContaining({ type: "finished", outcome: "failed", images: 0 }),
  );
  const said = JSON.stringify([events(), errors()]);
  for (const word of [secret.prompt, ticket]) expect(said).not.toContain(word);
});

test("reports a resumed job, but not an ended one", async () => {
  const storage = memoryStorage();
  const earlier = createLedger({ storage, name: ":" });
  const run = {
    modelId: sdxlTorch.id,
    scope: "form",
    input: secret,
    startedAt: Date.now(),
    pageId: "gone",
    submit: "taken",
    requestId: ticket,
    detached: false,
  } as const;
  void earlier.write({ ...run, attemptId: "pending" });
  void earlier.write({
    ...run,
    attemptId: "over",
    requestId: "t2",
    error: new EaselError("internal"),
  });
  const { events } = openPage({ storage });
  await pass(0);
  expect(events().filter(({ type }) => type !== "state")).toEqual([
    { type: "resumed", attemptId: "pending", modelId: sdxlTorch.id, scope: "form" },
  ]);
});

test("logs a callback that throws or rejects", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const onEvent = vi.fn(() => {
    throw new Error("telemetry is down");
  });
  const onError = vi.fn(() => Promise.reject(new Error("telemetry is down")));
  const { client, hook, put } = openPage({ onEvent, onError });
  client.getStatus.mockRejectedValueOnce(new EaselError("network"));
  act(() => hook.current.generate(secret));
  put({ state: "completed" });
  await pass(30_000);
  expect(hook.current.status).toBe("completed");
  expect(said).toHaveBeenCalledWith(
    expect.stringContaining("onError failed"),
    expect.objectContaining({ message: "telemetry is down" }),
  );
  expect(onEvent).toHaveBeenCalled();
});
