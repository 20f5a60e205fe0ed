import { EaselError, isFinalState, type JobEndState } from "../protocol/index.ts";
import { readImages } from "../protocol/readOutput.ts";
import type { JobRecord } from "./backend.ts";
import type { Host } from "./createHost.ts";
import { OwnError } from "./ownError.ts";
import type { TicketedJob } from "./createTickets.ts";
import type { EndedJob, HandlerUser } from "./handlerOptions.ts";

type Input = Readonly<Record<string, unknown>>;

/** What the store holds of a submit until its ticket expires, for `onJobEnd`. */
interface KeptSubmit {
  readonly input: Input;
  readonly omitted: readonly string[];
  readonly user?: HandlerUser;
}

/** In characters of JSON. A prompt fits; an image as a data URL doesn't. */
const maxFieldLength = 20_000;
const maxInputLength = 100_000;
const maxUserLength = 20_000;

/** A process that dies in the middle of `onJobEnd` delays the next call by no more than this. */
const claimLifeMs = 300_000;

const ticketLifeMs = ({ limits }: Host): number => (limits.jobHours ?? 24) * 3_600_000;

function withoutLargeFields(input: Input): Pick<KeptSubmit, "input" | "omitted"> {
  const kept: [string, unknown][] = [];
  const omitted: string[] = [];
  let left = maxInputLength;
  for (const [name, value] of Object.entries(input)) {
    const length = name.length + (JSON.stringify(value)?.length ?? 0);
    if (length > Math.min(maxFieldLength, left)) {
      omitted.push(name);
    } else {
      left -= length;
      kept.push([name, value]);
    }
  }
  return { input: Object.fromEntries(kept), omitted };
}

/** The user as the store can keep it; undefined, and reported, where it can't. */
function storableUser({ report }: Host, user: HandlerUser): HandlerUser | undefined {
  try {
    const { length } = JSON.stringify(user);
    if (length <= maxUserLength) return user;
    throw new OwnError(
      `authorize returned a user of ${length} characters as JSON, and at most ${maxUserLength} are kept, so onJobEnd will get the userId alone. Return only the fields that it needs.`,
    );
  } catch (cause) {
    report({ type: "error", where: "authorize", cause });
    return undefined;
  }
}

/** Keeps what `onJobEnd` is to get of a submit. */
export async function keepSubmit(
  host: Host,
  { requestId }: TicketedJob,
  submitted: { readonly input: Input; readonly user: HandlerUser },
): Promise<void> {
  if (!host.options.onJobEnd) return;
  const user = storableUser(host, submitted.user);
  const kept: KeptSubmit = { ...withoutLargeFields(submitted.input), ...(user ? { user } : {}) };
  await host.store.add(`submit:${requestId}`, JSON.stringify(kept), ticketLifeMs(host));
}

const endStates: Partial<Record<string, JobEndState>> = {
  run_canceled: "canceled",
  run_expired: "expired",
};

function endedJob(
  { id, requestId, userId, modelId }: TicketedJob,
  record: JobRecord,
  kept: Partial<KeptSubmit>,
): EndedJob {
  const { cost, remainingCredits } = record.metrics ?? {};
  const error =
    record.state === "failed" ? (record.error ?? new EaselError("run_failed")) : undefined;
  return {
    id,
    requestId,
    user: kept.user ?? { userId },
    modelId,
    state: error ? (endStates[error.code] ?? "failed") : "completed",
    input: kept.input,
    omitted: kept.omitted ?? [],
    images: error ? [] : (record.images ?? readImages(record.body ?? {})),
    charged: error && !cost ? error.charged : "yes",
    ...(record.text === undefined ? {} : { text: record.text }),
    ...(cost === undefined ? {} : { cost }),
    ...(remainingCredits === undefined ? {} : { remainingCredits }),
    ...(error ? { error } : {}),
  };
}

/** Returns whether the host has the job now. Never throws. */
async function callHost(
  { options, store, report }: Host,
  job: TicketedJob,
  readEnd: () => Promise<JobRecord>,
): Promise<boolean> {
  // A result that can't be had is the next request's to report.
  const record = await readEnd().catch(() => undefined);
  if (!record || !isFinalState(record.state)) return false;
  try {
    const kept = JSON.parse((await store.get(`submit:${job.requestId}`)) ?? "{}") as KeptSubmit;
    await options.onJobEnd?.(endedJob(job, record, kept));
    return true;
  } catch (cause) {
    report({ type: "error", where: "onJobEnd", cause });
    return false;
  }
}

/**
 * Calls the host's `onJobEnd`, unless that was done for this job or another request is doing it. Never throws: a failed
 * call is reported, and repeated the next time that the job is polled.
 *
 * @param readEnd the job's record with its result
 */
export async function reportEnd(
  host: Host,
  job: TicketedJob,
  readEnd: () => Promise<JobRecord>,
): Promise<void> {
  const { options, store, report } = host;
  if (!options.onJobEnd) return;
  const key = `ended:${job.requestId}`;
  const claim = crypto.randomUUID();
  try {
    if (!(await store.add(key, claim, claimLifeMs))) return;
    const isDone = await callHost(host, job, readEnd);
    await store.replace(key, claim, isDone ? "done" : undefined, ticketLifeMs(host));
  } catch (cause) {
    report({ type: "error", where: "store", cause });
  }
}
