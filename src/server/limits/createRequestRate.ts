import { digest } from "../security/digest.ts";
import type { Store } from "../stores/store.ts";

const windowMs = 60_000;

/**
 * Limits each caller's requests in any 60 seconds, for all instances that share the store.
 *
 * @returns a function that counts a request; for one too many, it returns the milliseconds to wait
 */
export function createRequestRate(
  store: Store,
  perMinute: number,
): (caller: string) => Promise<number | undefined> {
  return async (caller) => store.take(`requests:${await digest(caller)}`, perMinute, windowMs);
}
