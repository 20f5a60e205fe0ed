import { writeFileSync } from "node:fs";

/** Outcome of one test command, for `scripts/test.mjs`, which adds them up. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** How many times a browser process ended before the tests in it did. Those tests count as neither. */
  readonly browserDeaths: number;
}

/** Writes the outcome to the file named by `TEST_REPORT`, if there is one. */
export function writeReport(report: TestReport): void {
  const path = process.env["TEST_REPORT"];
  if (path) writeFileSync(path, JSON.stringify(report));
}
