import { EaselError } from "../../protocol/EaselError.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import type { Store } from "./store.ts";
import { tryStore } from "./tryStore.ts";

export type StoreCheck = ReturnType<typeof createStoreCheck>;

/** Number of keys to test. In a Redis cluster with three nodes, all keys end up on one node in only 1 of 27 cases. */
const keys = 4;
const entryLifeMs = 10_000;
const lossLifeMs = 24 * 3_600_000;

async function testCall<T>(
  call: "get" | "add" | "replace" | "take",
  expected: T,
  work: () => Promise<T>,
): Promise<void> {
  let result: T;
  try {
    result = await work();
  } catch (cause) {
    if (cause instanceof OwnError) throw cause;
    throw new OwnError(`store.${call} failed during the store check`, { cause });
  }
  if (result !== expected) {
    throw new OwnError(
      `store.${call} returned ${result === undefined ? "undefined" : `a wrong ${typeof result}`} during the store check, so an attempt could be sent twice`,
    );
  }
}

async function testKey(store: Store, key: string): Promise<void> {
  await testCall("add", true, () => store.add(key, "1", entryLifeMs));
  await testCall("add", false, () => store.add(key, "2", entryLifeMs));
  await testCall("replace", false, () => store.replace(key, "2", "3", entryLifeMs));
  await testCall("replace", true, () => store.replace(key, "1", "4", entryLifeMs));
  await testCall("get", "4", () => store.get(key));
  await testCall("replace", true, () => store.replace(key, "4", undefined, 0));
  await testCall("take", undefined, () => store.take(`${key}:take`, 1, entryLifeMs));
}

/** Creates a check that tests the store before the first submission and after each fault, to prevent double charges. */
export function createStoreCheck(store: Store, report: Report) {
  let test: Promise<void> | undefined;
  let works: boolean | undefined;
  let risk: string | undefined;
  let lostAt: number | undefined;

  async function run(): Promise<void> {
    const name = `test:${crypto.randomUUID()}`;
    try {
      await Promise.all(Array.from({ length: keys }, (_, n) => testKey(store, `${name}:${n}`)));
      const reason = await store.check?.();
      if (reason !== undefined && reason !== risk) report({ type: "at_risk", reason });
      risk = reason;
      works = true;
    } catch (cause) {
      noteFault();
      throw new EaselError("store_down", { cause });
    }
  }

  const ensure = (): Promise<void> => (test ??= run());

  function noteFault(): void {
    test = undefined;
    works = false;
  }

  return {
    ensure,
    noteFault,
    /**
     * Returns `kept` if a repeated attempt is never charged twice, `in_memory` if this is true only within this
     * process, or `at_risk` if the store may lose attempts.
     */
    async attempts(): Promise<"kept" | "in_memory" | "at_risk"> {
      if (!store.lasting) return "in_memory";
      if (works === undefined) await tryStore(report, ensure);
      const hasLost = lostAt !== undefined && performance.now() - lostAt < lossLifeMs;
      return works && !hasLost && risk === undefined ? "kept" : "at_risk";
    },
    noteLoss(): void {
      lostAt = performance.now();
      report({
        type: "at_risk",
        reason:
          "The store lost an attempt too early. This process restored the attempt, but other lost attempts may be charged again if they are repeated. Check whether the store evicts entries, was cleared, or failed over to an outdated replica.",
      });
    },
  };
}
