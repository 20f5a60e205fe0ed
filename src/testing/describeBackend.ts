import { backendContract, type BackendUnderTest } from "./backendContract.ts";

/** What it needs of a test runner; vitest, Jest, Bun and node:test have it. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: () => Promise<void>) => unknown;
}

/**
 * The contract that every backend keeps, as tests: for the author of one, to run against the service's own sandbox or a
 * stand-in. Each test makes a backend anew.
 *
 * @example
 * import { describe, test } from "vitest";
 *
 * describeBackend("acme", () => {
 *   const service = startFakeAcme();
 *   return {
 *     backend: acme("test-key", service.fetch),
 *     modelId: "acme-1",
 *     input: { prompt: "a red fox" },
 *     unknownRequestId: "job-0",
 *     advance: (ms) => service.advance(ms),
 *     runs: () => service.jobs.length,
 *   };
 * }, { describe, test });
 *
 * @param runner @default the runner's globals
 * @throws TypeError when there are no globals and no runner is given
 */
export function describeBackend(
  name: string,
  create: () => BackendUnderTest | Promise<BackendUnderTest>,
  runner: Partial<TestRunner> = globalThis as Partial<TestRunner>,
): void {
  const { describe, test } = runner;
  if (!describe || !test) {
    throw new TypeError(
      'describeBackend: there is no test runner, so nothing would be tested. Pass it one: import { describe, test } from "vitest", then describeBackend(name, create, { describe, test }).',
    );
  }
  describe(`${name} as a backend`, () => {
    for (const [promise, check] of backendContract) {
      test(promise, async () => check(await create()));
    }
  });
}
