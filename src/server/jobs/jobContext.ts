import { addObservation } from "../../polling/addObservation.ts";
import { noObservations } from "../../polling/pollObservations.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { HandlerCore, ServiceAccess } from "../core/createCore.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import { createJobEntries, isFinalEntry, type StoredEntry } from "./createJobEntries.ts";
import { createLargeResults } from "./createLargeResults.ts";
import { createPollHistories } from "./createPollHistories.ts";
import { createPollPlanner, type PollPlanning } from "./createPollPlanner.ts";
import type { JobEntry } from "./jobEntryFormat.ts";

/** Limits for unknown states. A state can be free text, such as a percentage, so the set could fill up memory. */
const maxStates = 100;
const maxLength = 64;

function createUnknownStateReport(report: Report): (job: BackendJob) => void {
  const reported = new Set<string>();
  return ({ unknownState }) => {
    const state = unknownState?.slice(0, maxLength);
    if (state === undefined || reported.has(state) || reported.size >= maxStates) return;
    reported.add(state);
    const cause = new OwnError(
      `The image service reported the unknown job state ${JSON.stringify(state)}, so the job counts as processing and polling continues. If the state is final, jobs in that state never end; map it to "completed" or "failed" in the backend.`,
    );
    report({ type: "error", where: "backend", cause });
  };
}

export type JobContext = ReturnType<typeof createJobContext>;

export type JobPolling = ServiceAccess & PollPlanning & Pick<HandlerCore, "store">;

export function createJobContext(core: JobPolling) {
  const { backend, callService, clock, report, store } = core;
  const histories = createPollHistories(store, report);
  return {
    backend,
    callService,
    clock,
    entries: createJobEntries(store, clock),
    histories,
    largeResults: createLargeResults(),
    planPoll: createPollPlanner(core, histories),
    report,
    reportUnknownState: createUnknownStateReport(report),
    store,
  };
}

export async function observePoll(
  { clock, planPoll, reportUnknownState }: JobContext,
  job: TicketedJob,
  record: BackendJob,
  askedAt: number,
  { entry }: StoredEntry,
) {
  reportUnknownState(record);
  const { issuedAt } = job;
  const { state } = record;
  const poll = { state, askedMs: askedAt - issuedAt, answeredMs: clock.now() - issuedAt };
  const observations = addObservation(entry?.observations ?? noObservations, poll);
  const waitMs = isFinalState(state)
    ? undefined
    : await planPoll(job, { observations, minMs: spanUntil(record.retryAt) });
  return { poll, observations, waitMs };
}

export async function writeStatus(
  { entries, histories }: JobContext,
  { modelId }: TicketedJob,
  { text }: StoredEntry,
  next: JobEntry,
): Promise<void> {
  const isWritten = await entries.write("status", text, next);
  if (!isWritten || !isFinalEntry(next) || !next.observations) return;
  await histories.learn(modelId, next.observations, next.record.metrics);
}
