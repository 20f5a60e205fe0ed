import { afterAll, vi } from "vitest";

// Setup file for each test file. All test files in a worker share these globals.

type Timer = (...args: unknown[]) => unknown;
type TimerName = "setTimeout" | "setInterval" | "setImmediate";

const timers = globalThis as unknown as Record<TimerName, Timer>;
const real = { setTimeout, setInterval, setImmediate };
const { useFakeTimers } = vi;
const ours = new Set<ReturnType<typeof setTimeout>>();

const isCalledFrom = (place: string): boolean => new Error().stack?.includes(place) === true;

function replace(name: TimerName, change: (timer: Timer) => Timer): void {
  const timer = timers[name];
  timers[name] = Object.assign(change(timer), timer);
}

for (const name of ["setTimeout", "setInterval"] as const) {
  replace(name, (timer) => (...args) => {
    const handle = timer(...args);
    if (isCalledFrom("/src/")) ours.add(handle as ReturnType<typeof setTimeout>);
    return handle;
  });
}

/**
 * Node's `fetch` uses the global timers for its connections, including those that an earlier test file left open. With
 * a fake clock, these timers would never fire and would be counted as the test's timers.
 */
vi.useFakeTimers = (config) => {
  const before = { setTimeout, setImmediate };
  const result = useFakeTimers(config);
  for (const name of ["setTimeout", "setImmediate"] as const) {
    if (timers[name] === before[name]) continue;
    const realTimer = real[name] as Timer;
    replace(
      name,
      (fake) =>
        (...args) =>
          (isCalledFrom("node:internal/deps/undici") ? realTimer : fake)(...args),
    );
  }
  return result;
};

// Otherwise, the retry of a failed write, for example, would run in the next file and be counted by its fake clock.
afterAll(async () => {
  for (const timer of ours) clearTimeout(timer);
  Object.assign(timers, real);
  vi.useFakeTimers = useFakeTimers;
  // Lazy code that a test doesn't wait for would otherwise be loaded after its file's environment is gone, and fail.
  await vi.dynamicImportSettled();
});
