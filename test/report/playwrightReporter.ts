import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { browserDeath } from "./browserDeath.ts";
import { writeReport } from "./writeReport.ts";

/** Counts the tests in a run. A test whose browser died counts as neither passed nor failed. */
export default class PlaywrightReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, browserDeaths: 0 };

  onTestEnd({ expectedStatus }: TestCase, { status, annotations }: TestResult): void {
    if (status === "skipped") return;
    if (status === expectedStatus) this.#counts.passed += 1;
    else if (annotations.some(({ type }) => type === browserDeath)) this.#counts.browserDeaths += 1;
    else this.#counts.failed += 1;
  }

  onError(): void {
    this.#counts.failed += 1;
  }

  onEnd(): void {
    writeReport(this.#counts);
  }
}
