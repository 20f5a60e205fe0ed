import { digest } from "../security/digest.ts";
import type { Store } from "../stores/store.ts";

const windowMs = 60_000;

/** Returns the milliseconds to wait for a request too many. */
export function createRequestRate(
  store: Store,
  perMinute: number,
): (caller: string) => Promise<number | undefined> {
  return async (caller) => store.take(`requests:${await digest(caller)}`, perMinute, windowMs);
}
