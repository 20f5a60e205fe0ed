import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client, HostConfig } from "../client/client.ts";
import type { LabelOverrides } from "../labels/en/mergeLabels.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useDisabledReasons, type UseDisabledReasonsOptions } from "./useDisabledReasons.ts";
import { useEasel } from "./useEasel.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const silent: Client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: () => new Promise<never>(() => {}),
  getResult: () => new Promise<never>(() => {}),
};

interface SetUp extends UseDisabledReasonsOptions {
  readonly client?: Client;
  readonly labels?: LabelOverrides;
}

function setUp({ client = silent, labels, ...options }: SetUp = {}) {
  const { result } = renderHook(
    () => ({ disabled: useDisabledReasons(options), ledger: useEasel().ledger }),
    {
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <EaselProvider client={client} labels={labels}>
          {children}
        </EaselProvider>
      ),
    },
  );
  return {
    reasons: () => result.current.disabled.reasons,
    isDisabled: () => result.current.disabled.isDisabled,
    write: (run: Attempt) => act(() => void result.current.ledger.write(run)),
    end: (attemptId: string) =>
      act(() =>
        result.current.ledger.update(attemptId, {
          error: new EaselError("run_failed"),
          endedAt: 1,
        }),
      ),
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
  };
}

const run = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: sdxlTorch.id,
  scope: "form",
  input: { prompt: "a fox" },
  startedAt: Date.now(),
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  ...more,
});

function hostWith(config: Partial<HostConfig>): Client {
  const offered = { id: sdxlTorch.id, title: "", task: "text-to-image", schema: {} } as const;
  return { ...silent, getConfig: async () => ({ models: [offered], limits: {}, ...config }) };
}

test("is disabled while offline, with the app's label as the reason", () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
  const { reasons, isDisabled } = setUp({ labels: { form: { offline: "Kein Netz." } } });
  expect(reasons()).toEqual([]);
  expect(isDisabled()).toBe(false);
  online.mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(reasons()).toEqual([{ code: "offline", message: "Kein Netz." }]);
  expect(isDisabled()).toBe(true);
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  expect(reasons()).toEqual([]);
});

test("disables a model that the host doesn't offer", async () => {
  const { reasons, pass } = setUp({ model: sdxlTorch, client: hostWith({ models: [] }) });
  expect(reasons()).toEqual([]);
  await pass(0);
  expect(reasons()).toMatchObject([
    { code: "not-offered", message: expect.stringContaining(sdxlTorch.title) as string },
  ]);
});

test("enables an offered model, and any model without a config", async () => {
  const offered = setUp({ model: sdxlTorch, client: hostWith({}) });
  const unasked = setUp({ model: sdxlTorch });
  await offered.pass(0);
  expect(offered.reasons()).toEqual([]);
  expect(unasked.reasons()).toEqual([]);
});

test("disables nothing if the config can't be loaded", async () => {
  const getConfig = vi.fn(() => Promise.reject(new EaselError("network")));
  const { reasons, pass } = setUp({ model: sdxlTorch, client: { ...silent, getConfig } });
  await pass(0);
  expect(getConfig).toHaveBeenCalledOnce();
  expect(reasons()).toEqual([]);
});

test("is disabled until the rate limit ends", async () => {
  const { reasons, write, pass } = setUp();
  const until = Date.now() + 20_000;
  const error = new EaselError("rate_limited", { retryAt: until });
  write(run("a", { submit: "refused", error }));
  expect(reasons()).toMatchObject([{ code: "rate-limited", until }]);
  expect(reasons()[0]?.message).toContain(new Date(until).toLocaleTimeString("en"));
  await pass(19_000);
  expect(reasons()).toHaveLength(1);
  await pass(1_500);
  expect(reasons()).toEqual([]);
});

test("ends a rate limit on time even if the system clock is set back", async () => {
  const { reasons, write, pass } = setUp();
  const startedAt = Date.now() - 2 * 3_600_000;
  const error = new EaselError("rate_limited", { retryAt: Date.now() + 20_000 });
  write(run("a", { submit: "refused", error, startedAt }));
  await pass(10_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  await pass(9_000);
  expect(reasons()).toMatchObject([{ code: "rate-limited" }]);
  await pass(1_500);
  expect(reasons()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("ignores a rate limit that was stored before the system clock was set back", () => {
  const { reasons, write } = setUp();
  const startedAt = Date.now() + 3_600_000;
  const error = new EaselError("rate_limited", { retryAt: startedAt + 20_000 });
  write(run("a", { submit: "refused", error, startedAt }));
  expect(reasons()).toEqual([]);
});

test("is disabled while the maximum number of jobs is pending", async () => {
  const client = hostWith({ limits: { jobsAtOnce: 2 } });
  const { reasons, write, end, pass } = setUp({ model: sdxlTorch, client });
  write(run("a"));
  write(run("b", { scope: "elsewhere" }));
  write(run("left", { detached: true }));
  await pass(0);
  expect(reasons()).toMatchObject([
    { code: "jobs-at-once", message: expect.stringContaining("2") as string },
  ]);
  end("a");
  expect(reasons()).toEqual([]);
});
