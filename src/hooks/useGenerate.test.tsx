import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobState } from "../protocol/jobState.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerate } from "./useGenerate.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Creates a backend whose job states the test sets. */
function createBackend() {
  const states = new Map<string, JobState>();
  let count = 0;
  const client = {
    submit: vi.fn<Client["submit"]>(async () => {
      const requestId = `job-${++count}`;
      states.set(requestId, "queued");
      return { requestId, state: "queued" as const };
    }),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({
      requestId,
      state: states.get(requestId) ?? "queued",
      ...(states.get(requestId) === "failed" ? { error: new EaselError("run_failed") } : {}),
    })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [{ url: `https://images.example/${requestId}.png` }],
      body: {},
    })),
  } satisfies Client;
  return { client, put: (id: string, state: JobState) => void states.set(id, state) };
}

function setUp() {
  const backend = createBackend();
  const cache = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={cache}>
        <EaselProvider client={backend.client}>{children}</EaselProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  const { result, unmount } = renderHook(() => useGenerate(sdxlTorch), { wrapper });
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  return { ...backend, hook: result, pass, unmount };
}

const panda = { prompt: "a panda" };

test("goes from idle to completed with one submit, and returns the result", async () => {
  const { client, put, hook, pass } = setUp();
  expect(hook.current).toMatchObject({ status: "idle", isPending: false });
  act(() => hook.current.generate(panda));
  expect(hook.current).toMatchObject({ status: "submitting", isPending: true });
  await pass(0);
  expect(hook.current).toMatchObject({ status: "queued", isPending: true });
  put("job-1", "processing");
  await pass(3_000);
  expect(hook.current.status).toBe("processing");
  put("job-1", "completed");
  await pass(10_000);
  expect(hook.current).toMatchObject({ status: "completed", isPending: false });
  expect(hook.current.result?.images[0]?.url).toBe("https://images.example/job-1.png");
  expect(client.submit).toHaveBeenCalledTimes(1);
  const looks = client.getStatus.mock.calls.length;
  await pass(600_000);
  expect(client.getStatus).toHaveBeenCalledTimes(looks);
});

test("sends the defaults and a new attempt ID with each call", async () => {
  const { client, hook, pass } = setUp();
  act(() => hook.current.generate(panda));
  await pass(1_000);
  act(() => hook.current.generate(panda));
  await pass(1_000);
  const [first, second] = client.submit.mock.calls;
  expect(first?.[1]).toMatchObject({ prompt: "a panda", samples: 1, base64: false });
  expect(first?.[2]?.attemptId).toMatch(/^[0-9a-f]{32}$/);
  expect(second?.[2]?.attemptId).not.toBe(first?.[2]?.attemptId);
});

test("submits once for two calls in one tick and for a double-click", async () => {
  const { client, hook, pass } = setUp();
  act(() => {
    hook.current.generate(panda);
    hook.current.generate(panda);
  });
  await pass(200);
  act(() => hook.current.generate(panda));
  await pass(200);
  expect(client.submit).toHaveBeenCalledTimes(1);
});

test("joins an equal call to a submit in flight, however long it takes", async () => {
  const { client, hook, pass } = setUp();
  client.submit.mockImplementation(() => new Promise(() => undefined));
  act(() => hook.current.generate(panda));
  await pass(5_000);
  act(() => hook.current.generate(panda));
  await pass(0);
  expect(client.submit).toHaveBeenCalledTimes(1);
});

test("sends nothing for a removed attempt, but sends a later equal call", async () => {
  const { client, hook, pass } = setUp();
  let answer = () => {};
  const reached = new Promise<void>((resolve) => (answer = resolve));
  Object.assign(client, { reach: () => reached });
  act(() => hook.current.generate(panda));
  expect(hook.current.status).toBe("submitting");
  act(() => hook.current.remove());
  act(() => hook.current.generate(panda));
  answer();
  await pass(0);
  expect(client.submit).toHaveBeenCalledTimes(1);
  expect(hook.current).toMatchObject({ status: "queued", jobs: [{ requestId: "job-1" }] });
});

test("submits different inputs separately", async () => {
  const { client, put, hook, pass } = setUp();
  act(() => {
    hook.current.generate(panda);
    hook.current.generate({ prompt: "a cat" });
  });
  await pass(0);
  expect(client.submit).toHaveBeenCalledTimes(2);
  put("job-1", "completed");
  await pass(10_000);
  expect(hook.current.jobs.map((job) => job.status)).toEqual(["completed", "queued"]);
  expect(hook.current.status).toBe("queued");
});

test("rejects an invalid input without a request", async () => {
  const { client, hook, pass } = setUp();
  act(() => hook.current.generate({ prompt: " ", samples: 9 }));
  await pass(0);
  expect(hook.current.status).toBe("failed");
  expect(hook.current.error).toMatchObject({ code: "invalid_input", charged: "no" });
  expect(Object.keys(hook.current.error?.fields ?? {})).toEqual(["prompt", "samples"]);
  expect(client.submit).not.toHaveBeenCalled();
  act(() => hook.current.reset());
  expect(hook.current.status).toBe("idle");
});

test.each([
  ["submit_unknown", "unknown"],
  ["submit_unreadable", "unknown"],
  ["rate_limited", "failed"],
  ["upstream_no_credits", "failed"],
] as const)(
  "a submit that ends in %s is %s, and is never resent automatically",
  async (code, status) => {
    const { client, hook, pass } = setUp();
    client.submit.mockRejectedValueOnce(new EaselError(code));
    act(() => hook.current.generate(panda));
    await pass(60_000);
    expect(hook.current.status).toBe(status);
    expect(hook.current.error).toMatchObject({ code, attemptId: hook.current.job?.attemptId });
    expect(client.submit).toHaveBeenCalledTimes(1);
    act(() => hook.current.retry());
    await pass(0);
    expect(client.submit).toHaveBeenCalledTimes(2);
    expect(hook.current.status).toBe("queued");
  },
);

test("treats clicks before the backend is reached as one attempt, and can retry it", async () => {
  const { client, hook, pass } = setUp();
  let fail: (error: EaselError) => void = () => {};
  const reach = vi.fn(() => new Promise<void>((_, reject) => (fail = reject)));
  Object.assign(client, { reach });
  act(() => hook.current.generate(panda));
  await pass(2_000);
  act(() => hook.current.generate(panda));
  await pass(0);
  expect(hook.current.status).toBe("submitting");
  expect(hook.current.jobs).toHaveLength(1);
  fail(new EaselError("backend_unreachable"));
  await pass(0);
  expect(hook.current).toMatchObject({ status: "failed", error: { charged: "no", retry: "safe" } });
  expect(client.submit).not.toHaveBeenCalled();
  reach.mockResolvedValue();
  act(() => hook.current.retry());
  await pass(0);
  expect(client.submit).toHaveBeenCalledOnce();
  expect(hook.current.jobs.map((job) => job.status)).toEqual(["failed", "queued"]);
});

test("retries immediately, and once for a double-click", async () => {
  const { client, hook, pass } = setUp();
  client.submit.mockRejectedValueOnce(new EaselError("rate_limited"));
  act(() => hook.current.generate(panda));
  await pass(0);
  act(() => {
    hook.current.retry();
    hook.current.retry();
  });
  await pass(0);
  expect(client.submit).toHaveBeenCalledTimes(2);
});

test("keeps a job pending after failed polls", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.9);
  const { client, put, hook, pass } = setUp();
  act(() => hook.current.generate(panda));
  await pass(0);
  client.getStatus.mockRejectedValueOnce(new EaselError("network"));
  client.getStatus.mockRejectedValueOnce(new EaselError("upstream_unavailable"));
  while (client.getStatus.mock.calls.length === 0) await pass(100);
  expect(hook.current.job?.trouble?.code).toBe("network");
  put("job-1", "completed");
  client.getResult.mockRejectedValueOnce(new EaselError("bad_answer"));
  await pass(60_000);
  expect(hook.current.status).toBe("completed");
  expect(hook.current.job?.trouble).toBeUndefined();
});

test("reports a failed result request as `trouble` until one succeeds", async () => {
  const { client, put, hook, pass } = setUp();
  client.getResult.mockRejectedValueOnce(new EaselError("unauthorized"));
  act(() => hook.current.generate(panda));
  await pass(0);
  put("job-1", "completed");
  while (client.getResult.mock.calls.length === 0) await pass(100);
  expect(hook.current.status).toBe("processing");
  expect(hook.current.job?.trouble?.code).toBe("unauthorized");
  await pass(10_000);
  expect(hook.current.status).toBe("completed");
  expect(hook.current.job?.trouble).toBeUndefined();
});

test("returns a failed job's error", async () => {
  const { put, hook, pass } = setUp();
  act(() => hook.current.generate(panda));
  await pass(0);
  put("job-1", "failed");
  await pass(10_000);
  expect(hook.current.status).toBe("failed");
  expect(hook.current.error).toMatchObject({ code: "run_failed", charged: "no" });
});

test("expires a job that the service can't find in several polls", async () => {
  const { client, hook, pass } = setUp();
  client.getStatus.mockRejectedValue(new EaselError("job_not_found"));
  act(() => hook.current.generate(panda));
  await pass(0);
  await pass(120_000);
  expect(hook.current.status).toBe("expired");
  expect(hook.current.error?.code).toBe("job_not_found");
  expect(client.getStatus).toHaveBeenCalledTimes(4);
});

test("retries a result that isn't found, and expires the job if it stays missing", async () => {
  const { client, put, hook, pass } = setUp();
  client.getResult.mockRejectedValueOnce(new EaselError("job_not_found"));
  act(() => hook.current.generate(panda));
  await pass(0);
  put("job-1", "completed");
  await pass(30_000);
  expect(hook.current.status).toBe("completed");

  client.getResult.mockRejectedValue(new EaselError("job_not_found"));
  act(() => hook.current.generate({ prompt: "a cat" }));
  await pass(0);
  put("job-2", "completed");
  await pass(120_000);
  expect(hook.current.status).toBe("expired");
});

test("stopWatching stops polling and keeps the job", async () => {
  const { client, hook, pass } = setUp();
  act(() => hook.current.generate(panda));
  await pass(2_000);
  act(() => hook.current.stopWatching());
  expect(hook.current.status).toBe("idle");
  expect(hook.current.jobs).toHaveLength(1);
  const looks = client.getStatus.mock.calls.length;
  await pass(60_000);
  expect(client.getStatus).toHaveBeenCalledTimes(looks);
});

test("generateAsync resolves with the result or rejects with the error", async () => {
  const { client, put, hook, pass } = setUp();
  let made: Promise<unknown> | undefined;
  act(() => void (made = hook.current.generateAsync(panda)));
  await pass(0);
  put("job-1", "completed");
  await pass(10_000);
  await expect(made).resolves.toMatchObject({ requestId: "job-1" });

  client.submit.mockRejectedValueOnce(new EaselError("submit_unknown"));
  let lost: Promise<unknown> | undefined;
  act(() => {
    lost = hook.current.generateAsync({ prompt: "a cat" });
    lost.catch(() => undefined);
  });
  await pass(0);
  await expect(lost).rejects.toMatchObject({ code: "submit_unknown", charged: "unknown" });
});

test("generateAsync rejects when the job is no longer watched", async () => {
  const { hook, pass } = setUp();
  let left: Promise<unknown> | undefined;
  act(() => {
    left = hook.current.generateAsync(panda);
    left.catch(() => undefined);
  });
  await pass(0);
  act(() => hook.current.stopWatching());
  await pass(0);
  await expect(left).rejects.toMatchObject({ code: "aborted", requestId: "job-1" });
});

test("submits a second call after the clock was set back", async () => {
  const { client, hook, pass } = setUp();
  act(() => hook.current.generate(panda));
  await pass(1_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  act(() => hook.current.generate(panda));
  await pass(0);
  expect(client.submit).toHaveBeenCalledTimes(2);
});

test("submits separately for a user who signs in during a submit", async () => {
  const { client } = createBackend();
  client.submit.mockImplementation(() => new Promise(() => {}));
  const storage = memoryStorage();
  const user = { key: "anna" };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EaselProvider client={client} storage={storage} userKey={user.key}>
      {children}
    </EaselProvider>
  );
  const { result, rerender } = renderHook(() => useGenerate(sdxlTorch), { wrapper });
  act(() => result.current.generate(panda));
  user.key = "bert";
  rerender();
  expect(result.current.status).toBe("idle");
  act(() => result.current.generate(panda));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(client.submit).toHaveBeenCalledTimes(2);
  expect(result.current.status).toBe("submitting");
});
