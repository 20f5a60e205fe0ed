import { EaselError } from "../../protocol/EaselError.ts";
import { pause } from "../timing/pause.ts";
import { acquireLease } from "./acquireLease.ts";
import { createSingleFlight } from "./createSingleFlight.ts";
import type { Store } from "./store.ts";

/** A value that comes from the store while it's fresh, and from the service otherwise. */
export interface CachedSource<Value, Entry> {
  readonly read: () => Promise<Entry>;
  /** Returns an entry's value while it's fresh. Throws an error that was stored as the value. */
  readonly fresh: (entry: Entry) => Value | undefined;
  /** Loads a new value and stores it. */
  readonly load: (entry: Entry, signal: AbortSignal) => Promise<Value>;
  /** Returns or throws the answer for a caller that has waited for another process for `patienceMs`. */
  readonly stale: (entry: Entry) => Value;
  readonly patienceMs: number;
}

export interface Loaded<Value> {
  readonly value: Value;
  /** It was in the store, or another caller of this process has loaded it. */
  readonly isCached: boolean;
}

/** The signal is only read when the value must be loaded, because some platforms create one on access. */
export type CachedLoad = <Value, Entry>(
  key: string,
  source: CachedSource<Value, Entry>,
  caller: { readonly signal: AbortSignal },
) => Promise<Loaded<Value>>;

/** Longer than any call to the service. The lease of a dead process ends then. */
const leaseMs = 20_000;
const minPauseMs = 20;
const maxPauseMs = 200;

/** Loads a value in one process at a time. The others wait until it is stored. */
async function loadWithLease<Value, Entry>(
  store: Store,
  key: string,
  { read, fresh, load, stale, patienceMs }: CachedSource<Value, Entry>,
  signal: AbortSignal,
): Promise<Value> {
  const until = performance.now() + patienceMs;
  for (let pauseMs = minPauseMs; ; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
    const lease = await acquireLease(store, `asking:${key}`, leaseMs);
    if (lease) {
      try {
        // Another process may have stored it just before.
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

/** Creates a function that loads a value once for all callers: single flight in this process, a lease across processes. */
export function createCachedLoad(store: Store): CachedLoad {
  const singleFlight = createSingleFlight();

  return async (key, source, caller) => {
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
