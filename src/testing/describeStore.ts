import type { Store } from "../server/stores/store.ts";
import { describeContract, type TestRunner } from "./describeContract.ts";
import { storeContract } from "./storeContract.ts";

/**
 * Tests a custom store against the contract for stores. Each test uses new keys, so the store may already contain data.
 *
 * @example
 * import { describe, test } from "vitest";
 *
 * describeStore("postgresStore", () => postgresStore(pool), { describe, test });
 *
 * @param create creates a store. Called twice per test to create two instances that share data. For a memory store,
 * return the same instance both times.
 * @param runner test runner. @default the global `describe` and `test`
 * @throws TypeError if no runner was passed and the globals don't exist
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
