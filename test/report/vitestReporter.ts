import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";
import { isBrowserDeath } from "./browserDeath.ts";
import { writeReport } from "./writeReport.ts";

const textOf = ({ message, cause }: SerializedError): string =>
  cause ? `${message}\n${textOf(cause)}` : message;

/** Counts the tests in a run, and detects a dead browser, which Vitest reports as an unhandled error. */
export class VitestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      Array.from(module.children.allTests(), (test) => {
        const { state } = test.result();
        return state === "failed" && test.meta().browserDied ? "died" : state;
      }),
    );
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    const deaths = errors.filter((error) => isBrowserDeath(textOf(error))).length;
    const brokenModules = modules.flatMap((module) => module.errors());
    writeReport({
      passed: count("passed"),
      failed: count("failed") + brokenModules.length + errors.length - deaths,
      browserDeaths: deaths + count("died"),
    });
  }
}
