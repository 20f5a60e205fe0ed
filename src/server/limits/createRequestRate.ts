import { digest } from "../security/digest.ts";
import type { Store } from "../stores/store.ts";

const windowMs = 60_000;

/** Returns a function that counts a caller's request, and returns the milliseconds to wait for one too many. */
export function createRequestRate(
  store: Store,
  perMinute: number,
): (caller: string) => Promise<number | undefined> {
  return async (caller) => store.take(`requests:${await digest(caller)}`, perMinute, windowMs);
}
