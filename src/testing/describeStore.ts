import type { Store } from "../server/stores/store.ts";
import { describeContract, type TestRunner } from "./describeContract.ts";
import { storeContract } from "./storeContract.ts";

/**
 * Tests a custom store against the contract of all stores. Keys are new in each test, so it may run against a store that is
 * in use.
 *
 * @example
 * import { describe, test } from "vitest";
 *
 * describeStore("postgresStore", () => postgresStore(pool), { describe, test });
 *
 * @param create called twice per test, for two instances that share their data; a store in memory returns the same one
 * @param runner @default the runner's globals
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
