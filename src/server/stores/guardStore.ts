import { EaselError } from "../../protocol/index.ts";
import type { Store } from "./store.ts";

/** The same store; when it is down it says so in the handler's words: `store_down`. */
export function guardStore(store: Store): Store {
  const orDown = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (cause) {
      throw new EaselError("store_down", { cause });
    }
  };
  return {
    get: (key) => orDown(() => store.get(key)),
    add: (key, value, lifeMs) => orDown(() => store.add(key, value, lifeMs)),
    replace: (key, expected, value, lifeMs) =>
      orDown(() => store.replace(key, expected, value, lifeMs)),
    take: (key, most, windowMs) => orDown(() => store.take(key, most, windowMs)),
  };
}
