import type { Store } from "../stores/store.ts";

const checkEveryMs = 5_000;
const lifeMs = 600_000;

/** Returns whether callers other than this one, given as a hash, use the account at any instance. */
export function createCallerCheck(store: Store): (caller: string) => Promise<boolean> {
  let last: string | undefined;
  let checkAt = 0;
  let hasOthers = false;

  async function check(caller: string): Promise<boolean> {
    const isFirst = await store.add("upstream-first-caller", caller, lifeMs);
    const first = isFirst ? caller : await store.get("upstream-first-caller");
    if (first === undefined || first === caller) {
      return (await store.get("upstream-others")) !== undefined;
    }
    await store.add("upstream-others", "1", lifeMs);
    return true;
  }

  return async (caller) => {
    if (performance.now() >= checkAt || (!hasOthers && caller !== last)) {
      last = caller;
      checkAt = performance.now() + checkEveryMs;
      hasOthers = await check(caller);
    }
    return hasOthers;
  };
}
