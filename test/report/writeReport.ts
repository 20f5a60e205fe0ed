import { writeFileSync } from "node:fs";

/** Outcome of one test command, which `scripts/test.mjs` adds up. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** Number of dead browser processes. Their unfinished tests count as neither. */
  readonly browserDeaths: number;
}

/** Writes the outcome to the file named by `TEST_REPORT`, if it is set. */
export function writeReport(report: TestReport): void {
  const path = process.env["TEST_REPORT"];
  if (path) writeFileSync(path, JSON.stringify(report));
}
