import { vi } from "vitest";

/** A wait ends when what it waits for is there. Machines are busy, so no wait gives up before its test does. */
export const patience = 60_000;

const { waitFor } = vi;
vi.waitFor = (callback, options = patience) => waitFor(callback, options);

type Timer = (...args: unknown[]) => unknown;

const timers = globalThis as unknown as Record<"setTimeout" | "setImmediate", Timer>;
const real = { setTimeout: timers.setTimeout, setImmediate: timers.setImmediate };
const { useFakeTimers } = vi;

const isCalledByFetch = (): boolean =>
  new Error().stack?.includes("node:internal/deps/undici") === true;

/**
 * Node's `fetch` uses the global timers for its connections, also for those that an earlier test file left open. In a fake clock
 * these timers would never fire, and would count as the test's own.
 */
vi.useFakeTimers = (config) => {
  const result = useFakeTimers(config);
  for (const name of ["setTimeout", "setImmediate"] as const) {
    const fake = timers[name];
    if (fake === real[name]) continue;
    const forCaller: Timer = (...args) => (isCalledByFetch() ? real[name] : fake)(...args);
    timers[name] = Object.assign(forCaller, fake);
  }
  return result;
};
