import { EaselError } from "../../protocol/EaselError.ts";
import { pause } from "../timing/pause.ts";
import { acquireLease } from "./acquireLease.ts";
import { createSingleFlight } from "./createSingleFlight.ts";
import type { Store } from "./store.ts";

export interface CachedSource<Value, Entry> {
  readonly read: () => Promise<Entry>;
  /** Returns the entry's value, or undefined if the entry is stale. May throw a stored error. */
  readonly fresh: (entry: Entry) => Value | undefined;
  readonly load: (entry: Entry, signal: AbortSignal) => Promise<Value>;
  readonly stale: (entry: Entry) => Value;
  readonly maxWaitMs: number;
}

/** Duration of a lease. Exceeds the timeout of any service call that loads a value. */
const leaseMs = 20_000;
const minPauseMs = 20;
const maxPauseMs = 200;

async function loadWithLease<Value, Entry>(
  store: Store,
  key: string,
  { read, fresh, load, stale, maxWaitMs }: CachedSource<Value, Entry>,
  signal: AbortSignal,
): Promise<Value> {
  const until = performance.now() + maxWaitMs;
  for (let pauseMs = minPauseMs; ; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
    const lease = await acquireLease(store, `asking:${key}`, leaseMs);
    if (lease) {
      try {
        const entry = await read();
        return fresh(entry) ?? (await load(entry, signal));
      } finally {
        await lease.release();
      }
    }
    if (signal.aborted) throw new EaselError("aborted");
    if (performance.now() >= until) return stale(await read());
    await pause(pauseMs);
    const value = fresh(await read());
    if (value !== undefined) return value;
  }
}

/** Creates a function that loads a value once, using a single flight in each process and a lease across processes. */
export function createCachedLoad(store: Store) {
  const singleFlight = createSingleFlight();

  /** Reads the signal only if the value must be loaded, because some platforms create the signal on access. */
  return async <Value, Entry>(
    key: string,
    source: CachedSource<Value, Entry>,
    caller: { readonly signal: AbortSignal },
  ) => {
    const known = source.fresh(await source.read());
    if (known !== undefined) return { value: known, isCached: true };
    let isCached = true;
    const value = await singleFlight(key, caller.signal, (signal) => {
      isCached = false;
      return loadWithLease(store, key, source, signal);
    });
    return { value, isCached };
  };
}
