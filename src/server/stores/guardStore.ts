import { EaselError } from "../../protocol/EaselError.ts";
import type { Store } from "./store.ts";

export function guardStore(store: Store, onFault: () => void): Store {
  const orDown = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (cause) {
      onFault();
      throw new EaselError("store_down", { cause });
    }
  };
  return {
    get: (key) => orDown(() => store.get(key)),
    add: (key, value, lifeMs) => orDown(() => store.add(key, value, lifeMs)),
    replace: (key, expected, value, lifeMs) =>
      orDown(() => store.replace(key, expected, value, lifeMs)),
    take: (key, most, windowMs) => orDown(() => store.take(key, most, windowMs)),
    ...(store.now ? { now: () => orDown(async () => store.now?.() ?? NaN) } : {}),
  };
}
