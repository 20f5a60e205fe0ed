import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useCredits } from "./useCredits.ts";
import { useEasel } from "./useEasel.ts";

afterEach(cleanup);

function setUp(getCredits?: Client["getCredits"], more: Partial<Client> = {}) {
  const client: Client = {
    submit: vi.fn<Client["submit"]>(),
    getStatus: () => new Promise<never>(() => {}),
    getResult: () => new Promise<never>(() => {}),
    ...(getCredits ? { getCredits } : {}),
    ...more,
  };
  const { result } = renderHook(
    // Called twice, as on a page with a badge and a form.
    () => ({ ...useCredits(), second: useCredits(), ledger: useEasel().ledger }),
    {
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <EaselProvider client={client}>{children}</EaselProvider>
      ),
    },
  );
  const settle = () => act(async () => void (await new Promise((done) => setTimeout(done))));
  return { hook: () => result.current, settle };
}

const run: Attempt = {
  attemptId: "a",
  modelId: "sdxl-torch",
  scope: "form",
  input: {},
  startedAt: Date.now(),
  submit: "taken",
  requestId: "job-a",
  detached: false,
};

test("requests the balance once for several readers", async () => {
  const getCredits = vi.fn(async () => ({ credits: 12.5, freeCredits: 1 }));
  const { hook } = setUp(getCredits);
  expect(hook()).toMatchObject({ isPending: true, isHidden: false, credits: undefined });
  await vi.waitFor(() =>
    expect(hook()).toMatchObject({ isPending: false, credits: 12.5, freeCredits: 1 }),
  );
  expect(hook().second.credits).toBe(12.5);
  expect(getCredits).toHaveBeenCalledOnce();
});

test("requests the balance once more when a job ends", async () => {
  let credits = 3;
  const getCredits = vi.fn(async () => ({ credits }));
  const { hook, settle } = setUp(getCredits);
  await vi.waitFor(() => expect(hook().credits).toBe(3));
  act(() => void hook().ledger.write(run));
  await settle();
  expect(getCredits).toHaveBeenCalledOnce();
  credits = 2;
  act(() => hook().ledger.update("a", { error: new EaselError("run_failed"), endedAt: 1 }));
  await vi.waitFor(() => expect(hook().credits).toBe(2));
  expect(getCredits).toHaveBeenCalledTimes(2);
  credits = 1;
  act(() => hook().refresh());
  await vi.waitFor(() => expect(hook().credits).toBe(1));
});

test("requests the balance again when the handler no longer answers with an earlier one", async () => {
  let credits = 3;
  const { hook, settle } = setUp(vi.fn(async () => ({ credits })));
  await vi.waitFor(() => expect(hook().credits).toBe(3));
  act(() => void hook().ledger.write(run));
  await settle();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  act(() => hook().ledger.update("a", { error: new EaselError("run_failed"), endedAt: 1 }));
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(hook().credits).toBe(3);
  credits = 2;
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(hook().credits).toBe(2);
  credits = 1;
  await act(() => vi.advanceTimersByTimeAsync(8_000));
  expect(hook().credits).toBe(1);
});

test("requests a hidden balance only once", async () => {
  const getCredits = vi.fn(async () => undefined);
  const { hook, settle } = setUp(getCredits);
  await vi.waitFor(() => expect(hook().isHidden).toBe(true));
  expect(hook().isPending).toBe(false);
  act(() => hook().refresh());
  act(() => void hook().ledger.write(run));
  act(() => hook().ledger.update("a", { error: new EaselError("run_failed"), endedAt: 1 }));
  await settle();
  expect(getCredits).toHaveBeenCalledOnce();
  expect(hook().credits).toBeUndefined();
});

test("hides the balance if the client has no getCredits", () => {
  expect(setUp().hook()).toMatchObject({ isPending: false, isHidden: true, credits: undefined });
});

test("returns the error of a failed request", async () => {
  const { hook } = setUp(() => Promise.reject(new EaselError("unauthorized")));
  await vi.waitFor(() => expect(hook().error).toBeDefined());
  expect(hook()).toMatchObject({ isPending: false, isHidden: false });
  expect(hook().error?.code).toBe("unauthorized");
});

test("doesn't request a balance that the host's config hides", async () => {
  const getCredits = vi.fn(async () => ({ credits: 3 }));
  const getConfig = vi.fn(async () => ({ models: [], limits: {}, credits: false }));
  const { hook, settle } = setUp(getCredits, { getConfig });
  await vi.waitFor(() => expect(hook().isHidden).toBe(true));
  expect(hook().isPending).toBe(false);
  await settle();
  expect(getCredits).not.toHaveBeenCalled();
});

test.each([
  ["exposes it", async () => ({ models: [], limits: {}, credits: true })],
  ["doesn't mention it", async () => ({ models: [], limits: {} })],
  ["can't be loaded", () => Promise.reject(new EaselError("network"))],
] as const)("requests the balance if the config %s", async (_, getConfig) => {
  const { hook } = setUp(async () => ({ credits: 3 }), { getConfig });
  await vi.waitFor(() => expect(hook().credits).toBe(3));
});
