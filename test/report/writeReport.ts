import { writeFileSync } from "node:fs";

/** Outcome of one test command. `scripts/test.mjs` adds up the outcomes. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** Number of dead browser processes. Their unfinished tests count as neither passed nor failed. */
  readonly browserDeaths: number;
}

/** Writes the outcome to the file named by `TEST_REPORT`, if that is set. */
export function writeReport(report: TestReport): void {
  const path = process.env["TEST_REPORT"];
  if (path) writeFileSync(path, JSON.stringify(report));
}
