import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "../client/createClient.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useHostConfig } from "./useHostConfig.ts";

const config = { models: [], limits: {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const loaded = { config, isPending: false, error: undefined };

/** Renders two readers of a backend that fails until the test sets `isUp`. */
function setUp() {
  const backend = { isUp: false };
  const fetcher = vi.fn(async () =>
    backend.isUp ? Response.json(config) : new Response("down", { status: 502 }),
  );
  const client = createClient({ fetcher });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <EaselProvider client={client}>{children}</EaselProvider>
  );
  const { result } = renderHook(() => [useHostConfig(), useHostConfig()], { wrapper });
  return { backend, fetcher, result };
}

test("retries the config with backoff until a request succeeds", async () => {
  const { backend, fetcher, result } = setUp();
  expect(result.current[0]).toEqual({ config: undefined, isPending: true, error: undefined });
  await pass(0);
  expect(fetcher).toHaveBeenCalledTimes(1);
  expect(result.current[0]).toMatchObject({ config: undefined, isPending: false });
  expect(EaselError.is(result.current[0]?.error)).toBe(true);
  await pass(5_000);
  expect(fetcher).toHaveBeenCalledTimes(2);
  await pass(9_000);
  expect(fetcher).toHaveBeenCalledTimes(2);
  backend.isUp = true;
  await pass(2_000);
  expect(fetcher).toHaveBeenCalledTimes(3);
  expect(result.current).toEqual([loaded, loaded]);
  await pass(3_600_000);
  expect(fetcher).toHaveBeenCalledTimes(3);
});

test("requests the config again on reconnect after a failure, but not while it is fresh", async () => {
  const { backend, fetcher, result } = setUp();
  await pass(0);
  backend.isUp = true;
  const reconnect = async () => {
    act(() => void window.dispatchEvent(new Event("offline")));
    act(() => void window.dispatchEvent(new Event("online")));
    await pass(0);
  };
  await reconnect();
  expect(fetcher).toHaveBeenCalledTimes(2);
  expect(result.current).toEqual([loaded, loaded]);
  await reconnect();
  expect(fetcher).toHaveBeenCalledTimes(2);
});
