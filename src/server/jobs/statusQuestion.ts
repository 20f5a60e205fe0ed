import { addLook, type JobLook } from "../../polling/addLook.ts";
import { noLooks } from "../../polling/jobLooks.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { Host } from "../handler/createHost.ts";
import { upstream } from "../limits/upstream.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import type { Question } from "./askAlone.ts";
import {
  dueIn,
  isFinalEntry,
  heldLook,
  readEntry,
  writeEntry,
  type PolledJob,
  type StandingEntry,
} from "./jobEntry.ts";
import type { JobEntry } from "./jobEntryFormat.ts";
import { planPoll } from "./planPoll.ts";
import { reportUnknownState } from "./reportUnknownState.ts";

/** Whoever waits for a look. */
export interface Asker {
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** Whose share of the account's requests it counts against. Undefined for the app's own work. */
  readonly caller?: string | undefined;
}

/** What a look at a job needs at hand. */
export interface Looking {
  readonly host: Host;
  readonly job: TicketedJob;
  readonly asker: Asker;
}

/** What was learned reaches the one who asked, also when the store has gone down since. */
export async function keep({ report }: Host, work: () => Promise<void>): Promise<void> {
  await work().catch((cause: unknown) => report({ type: "error", where: "store", cause }));
}

/** A look that has just been answered, in the job's own time. */
export function lookNow({ host, job }: Looking, { state }: BackendJob, askedAt: number): JobLook {
  const { issuedAt } = job;
  return { state, askedMs: askedAt - issuedAt, answeredMs: host.clock.now() - issuedAt };
}

/** Writes the state of a job. The end of one is an observation of how long they take. */
export async function writeStatus(
  { store, histories }: Host,
  { text }: StandingEntry,
  { next, modelId }: { readonly next: JobEntry; readonly modelId: string },
): Promise<void> {
  const written = await writeEntry(store, "status", text, next);
  if (!isFinalEntry(next)) return;
  // Others may have seen the same end: one of them has written it.
  if (written && next.looks) await histories.learn(modelId, next.looks, next.record.metrics);
}

/** Young jobs go first when the service may be asked again: to wait ten seconds more matters least to one of minutes. */
const shareOfAge = 0.1;
const longestGiveWayMs = 15_000;

/** An ask that came to nothing. Nobody asks again until its pause is over. */
async function noteMiss(
  { host, job }: Looking,
  standing: StandingEntry,
  record: BackendJob,
  thrown: unknown,
): Promise<PolledJob> {
  const error = EaselError.is(thrown) ? thrown : undefined;
  // The service can't be asked just now: that says nothing about the job.
  const isPause = error?.code === "upstream_unavailable" && error.retryAt !== undefined;
  const looks = standing.entry?.looks;
  const ageMs = Math.max(0, host.clock.now() - job.issuedAt);
  const giveWayMs = Math.min(longestGiveWayMs, ageMs * shareOfAge);
  const waitMs = await planPoll(host, job, {
    looks,
    missed: !isPause,
    leastMs: spanUntil(error?.retryAt) + (isPause ? giveWayMs : 0),
  });
  const next = { record, ...dueIn(host, waitMs), looks };
  const unknown = error?.code === "job_not_found";
  await keep(host, () =>
    writeStatus(host, standing, { next: { ...next, unknown }, modelId: job.modelId }),
  );
  if (isPause) return { record, waitMs };
  if (!error) throw thrown;
  const { code, message, status, charged, retry, fields, cause } = error;
  const retryAt = Date.now() + waitMs;
  throw new EaselError(code, { message, status, charged, retry, retryAt, fields, cause });
}

/** Where a job stands. */
export function statusQuestion(looking: Looking): Question<PolledJob> {
  const { host, job, asker } = looking;
  const { requestId, mark } = job;

  /** What was read last: nobody asks before it was read. */
  let standing: StandingEntry = { text: undefined, entry: undefined };
  const readStanding = async (): Promise<StandingEntry> => {
    standing = await readEntry(host.store, "status", requestId);
    return standing;
  };
  /** Of a job that nobody has looked up yet it is known that the service took it. */
  const recordOf = ({ entry }: StandingEntry): BackendJob =>
    entry?.record ?? { requestId, state: "queued" };
  const askService = (): Promise<BackendJob> =>
    host.backend.getStatus(requestId, { signal: asker.signal });

  return {
    patienceMs: 2_000,
    read: async () => heldLook(host, "status", (await readStanding()).entry),
    giveUp: async () => ({ record: recordOf(await readStanding()), waitMs: 500 }),
    async ask() {
      const askedAt = host.clock.now();
      let record: BackendJob;
      try {
        // A copy: what is known by it, such as its text, must not outlive a change of the backend's own object.
        record = {
          ...(await upstream(host, "status", askService, { job: mark, caller: asker.caller })),
        };
      } catch (error) {
        if (asker.signal.aborted) throw error;
        return noteMiss(looking, standing, recordOf(standing), error);
      }
      reportUnknownState(host, record);
      const looks = addLook(standing.entry?.looks ?? noLooks, lookNow(looking, record, askedAt));
      const waitMs = isFinalState(record.state)
        ? undefined
        : await planPoll(host, job, { looks, leastMs: spanUntil(record.retryAt) });
      const next = { record, ...dueIn(host, waitMs), looks };
      await keep(host, () => writeStatus(host, standing, { next, modelId: job.modelId }));
      return { record, waitMs };
    },
  };
}
