import type { Store } from "../server/stores/store.ts";
import { describeContract, type TestRunner } from "./describeContract.ts";
import { storeContract } from "./storeContract.ts";

/**
 * Tests a custom store against the contract for stores. Each test uses new keys, so the store may be in use.
 *
 * @example
 * import { describe, test } from "vitest";
 *
 * describeStore("postgresStore", () => postgresStore(pool), { describe, test });
 *
 * @param create called twice per test, for two instances that share data; for a memory store, return the same one twice
 * @param runner test runner. @default the runner's globals
 * @throws TypeError without globals or a runner
 */
export function describeStore(
  name: string,
  create: () => Store | Promise<Store>,
  runner: Partial<TestRunner> = globalThis as Partial<TestRunner>,
): void {
  describeContract({
    caller: "describeStore",
    title: `${name} as a store`,
    contract: storeContract,
    runner,
    run: async (check) => check(await create(), await create(), crypto.randomUUID()),
  });
}
