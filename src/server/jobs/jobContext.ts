import { addObservation, type JobObservation } from "../../polling/addObservation.ts";
import { noObservations, type PollObservations } from "../../polling/pollObservations.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob, Backend } from "../backends/backend.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import type { CallService } from "../limits/createServiceCaller.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import type { Store } from "../stores/store.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import { isFinalEntry, type JobEntries, type StoredEntry } from "./createJobEntries.ts";
import type { LargeResults } from "./createLargeResults.ts";
import type { PollHistories } from "./createPollHistories.ts";
import type { PlanPoll } from "./createPollPlanner.ts";
import type { JobEntry } from "./jobEntryFormat.ts";

export interface JobContext {
  readonly backend: Pick<Backend, "getStatus" | "getResult">;
  readonly callService: CallService;
  readonly clock: SharedClock;
  readonly entries: JobEntries;
  readonly histories: PollHistories;
  readonly largeResults: LargeResults;
  readonly planPoll: PlanPoll;
  readonly report: Report;
  readonly reportUnknownState: (job: BackendJob) => void;
  readonly store: Store;
}

interface Observed {
  readonly poll: JobObservation;
  readonly observations: PollObservations;
  readonly waitMs: number | undefined;
}

/** Adds a poll to the job's observations, and plans the next one. */
export async function observePoll(
  { clock, planPoll, reportUnknownState }: JobContext,
  job: TicketedJob,
  record: BackendJob,
  askedAt: number,
  earlier: PollObservations | undefined,
): Promise<Observed> {
  reportUnknownState(record);
  const { issuedAt } = job;
  const { state } = record;
  const poll = { state, askedMs: askedAt - issuedAt, answeredMs: clock.now() - issuedAt };
  const observations = addObservation(earlier ?? noObservations, poll);
  const waitMs = isFinalState(state)
    ? undefined
    : await planPoll(job, { observations, minMs: spanUntil(record.retryAt) });
  return { poll, observations, waitMs };
}

/** Writes a job's status. One of all instances that see its end adds it to the model's history. */
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

/** Reports a fault of the store. The caller gets its answer all the same. */
export async function tryStore({ report }: JobContext, write: () => Promise<unknown>) {
  await write().catch((cause: unknown) => report({ type: "error", where: "store", cause }));
}

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
