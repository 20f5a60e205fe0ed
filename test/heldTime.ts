import { createClient } from "react-easel/client";
import { vi } from "vitest";
import type { TestStack } from "./createTestStack.ts";

// Preloads the client's lazy code, because held time would advance during the load.
const client = createClient({
  events: true,
  fetcher: () => Promise.reject(new Error("There is no host.")),
});
await client.getStatus("none").catch(() => {});
await client
  .subscribe?.("none", { signal: new AbortController().signal, onStatus: () => {} })
  .catch(() => {});

/** Options of a sandbox whose clock follows the held time. */
export const heldClock = { now: () => Date.now() };

/** Stops time until `settle` advances it. Background work of the platform continues. */
export function holdTime(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Advances time until a promise settles, by 15 minutes at most. A step takes 250 ms by default. */
export async function settle<T>(
  { inFlight }: Pick<TestStack, "inFlight">,
  promise: Promise<T>,
  step: () => Promise<unknown> = () => vi.advanceTimersByTimeAsync(250),
): Promise<T> {
  const progress = { settled: false };
  const end = () => void (progress.settled = true);
  promise.then(end, end);
  const until = Date.now() + 900_000;
  while (!progress.settled && Date.now() < until) {
    await step();
    // Signing runs on another thread: no time passes while a response is pending.
    do await breathe();
    while (inFlight() > 0);
    await breathe();
  }
  return promise;
}
