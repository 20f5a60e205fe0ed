import { digest } from "../security/digest.ts";
import type { Store } from "../stores/store.ts";

const windowMs = 60_000;

export function createRequestRate(
  store: Store,
  perMinute: number | undefined,
): (caller: string) => Promise<number | undefined> {
  return async (caller) =>
    perMinute === undefined
      ? undefined
      : store.take(`requests:${await digest(caller)}`, perMinute, windowMs);
}
