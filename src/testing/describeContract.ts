/** Functions that Vitest, Jest, Bun, and node:test have in common. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: () => Promise<void>) => unknown;
}

interface Contract<Check> {
  readonly caller: string;
  readonly title: string;
  readonly contract: readonly (readonly [promise: string, check: Check])[];
  readonly runner: Partial<TestRunner>;
  readonly run: (check: Check) => Promise<void>;
}

export function describeContract<Check>(options: Contract<Check>): void {
  const { caller, title, contract, run } = options;
  const { describe, test } = options.runner;
  if (!describe || !test) {
    throw new TypeError(
      `${caller}: there is no test runner, so nothing would be tested. Pass a test runner: import { describe, test } from "vitest", then call ${caller}(name, create, { describe, test }).`,
    );
  }
  describe(title, () => {
    for (const [promise, check] of contract) test(promise, () => run(check));
  });
}
