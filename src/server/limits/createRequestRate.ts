import { digest } from "../security/digest.ts";
import type { Store } from "../stores/store.ts";

const windowMs = 60_000;

/**
 * Limits each caller's requests in any 60 seconds, for all instances that share the store.
 *
 * @returns a function that counts one request. When it is one too many, it isn't counted, and the milliseconds until the
 * next is allowed are returned
 */
export function createRequestRate(
  store: Store,
  perMinute: number,
): (caller: string) => Promise<number | undefined> {
  return async (caller) => store.take(`requests:${await digest(caller)}`, perMinute, windowMs);
}
