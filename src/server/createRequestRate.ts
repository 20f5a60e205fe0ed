import { digest } from "./digest.ts";
import type { Store } from "./stores/store.ts";

const windowMs = 60_000;

/**
 * Counts requests by the minute for each caller, for all instances that share the store.
 *
 * @returns a function that counts one; when that was one too many it says when the caller's minute ends, in milliseconds
 * since 1970
 */
export function createRequestRate(
  store: Store,
  perMinute: number,
): (caller: string) => Promise<number | undefined> {
  return async (caller) => {
    const waitMs = await store.take(`requests:${await digest(caller)}`, perMinute, windowMs);
    return waitMs === undefined ? undefined : Date.now() + waitMs;
  };
}
