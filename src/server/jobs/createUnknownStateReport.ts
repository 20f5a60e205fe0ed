import type { BackendJob } from "../backends/backend.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";

/** A service may return free text, such as a percentage, which must not fill the memory. */
const maxStates = 100;
const maxLength = 64;

/** Reports each state that the backend doesn't know once. */
export function createUnknownStateReport(report: Report): (job: BackendJob) => void {
  const reported = new Set<string>();
  return ({ unknownState }) => {
    if (unknownState === undefined) return;
    const state = unknownState.slice(0, maxLength);
    if (reported.has(state) || reported.size >= maxStates) return;
    reported.add(state);
    const cause = new OwnError(
      `The image service reported a job's state as ${JSON.stringify(state)}, which isn't known, so the job counts as processing and is polled further. If the state is final, its jobs never end: map it to "completed" or "failed" in the backend.`,
    );
    report({ type: "error", where: "backend", cause });
  };
}
