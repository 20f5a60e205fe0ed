import { EaselError } from "../../protocol/EaselError.ts";
import type { Store } from "../stores/store.ts";
import { pause } from "../timing/pause.ts";

export interface Question<T> {
  /** What an answer is kept under; undefined when there is none that still holds. */
  readonly read: () => Promise<T | undefined>;
  /** Asks, and writes the answer where `read` finds it. */
  readonly ask: () => Promise<T>;
  /** What to say when whoever asks takes too long. */
  readonly giveUp: () => Promise<T>;
  /** How long to wait for another's answer, in milliseconds. */
  readonly patienceMs: number;
}

/** Longer than a call to the service may take. The lease of a process that died ends with it. */
const leaseMs = 20_000;
const longestPauseMs = 200;

/** Asks a question from one process at a time: the others wait for what that one writes. */
export async function askAlone<T>(
  store: Store,
  name: string,
  signal: AbortSignal,
  { read, ask, giveUp, patienceMs }: Question<T>,
): Promise<T> {
  const lease = `asking:${name}`;
  const token = crypto.randomUUID();
  const until = performance.now() + patienceMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    if (await store.add(lease, token, leaseMs)) {
      try {
        // Another may have written just before.
        return (await read()) ?? (await ask());
      } finally {
        // A lease that can't be given back ends by itself.
        await store.replace(lease, token, undefined, 0).catch(() => undefined);
      }
    }
    if (signal.aborted) throw new EaselError("aborted");
    if (performance.now() >= until) return giveUp();
    await pause(pauseMs);
    const known = await read();
    if (known !== undefined) return known;
  }
}
