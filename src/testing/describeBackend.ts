import { backendContract, type BackendUnderTest } from "./backendContract.ts";
import { describeContract, type TestRunner } from "./describeContract.ts";

/**
 * Tests a custom backend against the contract for backends, using the service's sandbox or a fake. Each test creates a
 * new backend.
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
 * @param runner test runner. @default the global `describe` and `test`
 * @throws TypeError if no runner was passed and the globals don't exist
 */
export function describeBackend(
  name: string,
  create: () => BackendUnderTest | Promise<BackendUnderTest>,
  runner: Partial<TestRunner> = globalThis as Partial<TestRunner>,
): void {
  describeContract({
    caller: "describeBackend",
    title: `${name} as a backend`,
    contract: backendContract,
    runner,
    run: async (check) => check(await create()),
  });
}
