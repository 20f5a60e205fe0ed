import { createClient } from "react-easel/client";
import { vi } from "vitest";
import type { TestStack } from "./createTestStack.ts";

// Preloads the client's lazy code, because `settle` would advance time during the load.
const client = createClient({
  events: true,
  fetcher: () => Promise.reject(new Error("There is no host.")),
});
await client.getStatus("none").catch(() => {});
await client
  .subscribe?.("none", { signal: new AbortController().signal, onStatus: () => {} })
  .catch(() => {});

/** Options for a sandbox whose clock follows the fake time. */
export const heldClock = { now: () => Date.now() };

/** Stops time until `settle` advances it. The platform's background work continues. */
export function holdTime(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Advances time until a promise settles, by at most 15 minutes. A step is 250 ms by default. */
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
    // Signing runs on another thread, so time must not advance while a response is pending.
    do await breathe();
    while (inFlight() > 0);
    await breathe();
  }
  return promise;
}
