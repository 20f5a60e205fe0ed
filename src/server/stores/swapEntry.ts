import type { Store } from "./store.ts";

export function swapEntry(
  store: Store,
  key: string,
  previous: string | undefined,
  text: string,
  lifeMs: number,
): Promise<boolean> {
  return previous === undefined
    ? store.add(key, text, lifeMs)
    : store.replace(key, previous, text, lifeMs);
}
