import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { createPollMemory } from "../ledger/createPollMemory.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { createReporter } from "./report.ts";

const notAsked = () => Promise.reject(new Error("Nothing is asked here."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };
const ledger = createLedger({ storage: memoryStorage(), name: "test" });
const memory = createPollMemory();
const options = {
  cache: new QueryClient(),
  client,
  ledger,
  memory,
  sharedName: undefined,
  onResult: undefined,
  report: createReporter(),
};

const stop = vi.fn();
const watchLedger = vi.fn(() => stop);
const load = vi.fn();

let watchLater: typeof import("./watchLater.ts").watchLater;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  watchLedger.mockReturnValue(stop);
  load.mockReturnValue({ watchLedger });
  vi.doMock("./engine.ts", load);
  // As in a page that has loaded nothing yet.
  vi.resetModules();
  ({ watchLater } = await import("./watchLater.ts"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock("./engine.ts");
});

test("watches once its code is there, until it is left", async () => {
  const leave = watchLater(options);
  await vi.waitFor(() => expect(watchLedger).toHaveBeenCalledWith(options));
  leave();
  expect(stop).toHaveBeenCalledOnce();
});

test("other tabs know of this page before its code is there: it may be sending already", () => {
  const request = vi.fn<LockManager["request"]>(() => Promise.resolve());
  const locks = { request } as unknown as LockManager;
  watchLater({ ...options, locks })();
  expect(request.mock.calls[0]?.[0]).toMatch(/^easel-page:/);
});

test("left before its code is there it begins nothing", async () => {
  watchLater(options)();
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  await import("./engine.ts");
  expect(watchLedger).not.toHaveBeenCalled();
});

test("asks for its code again where it could not be had", async () => {
  load.mockImplementationOnce(() => {
    throw new Error("Failed to fetch dynamically imported module");
  });
  const leave = watchLater(options);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  expect(watchLedger).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(() => expect(watchLedger).toHaveBeenCalled());
  leave();
});
