import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
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
    // Twice, as a page with a badge and a form has it.
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

test("the balance is asked for once, however many want it", async () => {
  const getCredits = vi.fn(async () => ({ credits: 12.5, freeCredits: 1 }));
  const { hook } = setUp(getCredits);
  expect(hook()).toMatchObject({ isPending: true, isHidden: false, credits: undefined });
  await vi.waitFor(() =>
    expect(hook()).toMatchObject({ isPending: false, credits: 12.5, freeCredits: 1 }),
  );
  expect(hook().second.credits).toBe(12.5);
  expect(getCredits).toHaveBeenCalledOnce();
});

test("requests the balance again once when a job ends", async () => {
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

test("requests a hidden balance once", async () => {
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

test("a client that can't ask has it hidden", () => {
  expect(setUp().hook()).toMatchObject({ isPending: false, isHidden: true, credits: undefined });
});

test("returns the error of a failed request", async () => {
  const { hook } = setUp(() => Promise.reject(new EaselError("unauthorized")));
  await vi.waitFor(() => expect(hook().error).toBeDefined());
  expect(hook()).toMatchObject({ isPending: false, isHidden: false });
  expect(hook().error?.code).toBe("unauthorized");
});

test("a host that says that it hides it is not asked", async () => {
  const getCredits = vi.fn(async () => ({ credits: 3 }));
  const getConfig = vi.fn(async () => ({ models: [], limits: {}, credits: false }));
  const { hook, settle } = setUp(getCredits, { getConfig });
  await vi.waitFor(() => expect(hook().isHidden).toBe(true));
  expect(hook().isPending).toBe(false);
  await settle();
  expect(getCredits).not.toHaveBeenCalled();
});

test.each([
  ["shows it", async () => ({ models: [], limits: {}, credits: true })],
  ["does not say", async () => ({ models: [], limits: {} })],
  ["can't be asked for its config", () => Promise.reject(new EaselError("network"))],
] as const)("a host that %s is asked", async (_, getConfig) => {
  const { hook } = setUp(async () => ({ credits: 3 }), { getConfig });
  await vi.waitFor(() => expect(hook().credits).toBe(3));
});
