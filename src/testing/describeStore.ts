import type { Store } from "../server/stores/store.ts";
import type { TestRunner } from "./describeBackend.ts";
import { storeContract } from "./storeContract.ts";

/**
 * The contract that every store keeps, as tests: for the author of one, over a database or a cache of their own. Keys are
 * new in each test, so that it may run against a store that is in use.
 *
 * @example
 * import { describe, test } from "vitest";
 *
 * describeStore("postgresStore", () => postgresStore(pool), { describe, test });
 *
 * @param create called twice a test, for two instances that share what is kept; a store in memory gives the same one
 * @param runner @default the runner's globals
 * @throws TypeError when there are no globals and no runner is given
 */
export function describeStore(
  name: string,
  create: () => Store | Promise<Store>,
  runner: Partial<TestRunner> = globalThis as Partial<TestRunner>,
): void {
  const { describe, test } = runner;
  if (!describe || !test) {
    throw new TypeError(
      'describeStore: there is no test runner, so nothing would be tested. Pass it one: import { describe, test } from "vitest", then describeStore(name, create, { describe, test }).',
    );
  }
  describe(`${name} as a store`, () => {
    for (const [promise, check] of storeContract) {
      test(promise, async () => check(await create(), await create(), crypto.randomUUID()));
    }
  });
}
