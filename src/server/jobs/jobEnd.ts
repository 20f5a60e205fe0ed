import { EaselError } from "../../protocol/EaselError.ts";
import type { JobEndState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import { OwnError } from "../events/ownError.ts";
import type { Host } from "../handler/createHost.ts";
import type { EndedJob, HandlerUser } from "../options/handlerOptions.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

type Input = Readonly<Record<string, unknown>>;

/** What the store holds of a submit until its ticket expires, for `onJobEnd`. */
interface KeptSubmit {
  readonly v: 1;
  readonly input: Input;
  readonly omitted: readonly string[];
  readonly user?: HandlerUser;
}

/** In characters of JSON. A prompt fits; an image as a data URL doesn't. */
const maxFieldLength = 20_000;
const maxInputLength = 100_000;
const maxUserLength = 20_000;

/** Milliseconds for which a job can be asked for. */
export const ticketLifeMs = ({ limits }: Host): number => (limits.jobHours ?? 24) * 3_600_000;

function withoutLargeFields(input: Input): Omit<KeptSubmit, "user"> {
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
  return { v: 1, input: Object.fromEntries(kept), omitted };
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

/** Keeps what `onJobEnd` is to get of a submit. Never rejects. */
export async function keepSubmit(
  host: Host,
  { requestId }: TicketedJob,
  submitted: { readonly input: Input; readonly user: HandlerUser },
): Promise<void> {
  if (!host.options.onJobEnd) return;
  const user = storableUser(host, submitted.user);
  const kept: KeptSubmit = { ...withoutLargeFields(submitted.input), ...(user ? { user } : {}) };
  const text = JSON.stringify(kept);
  await host.writeBack.keep(() => host.store.add(`submit:${requestId}`, text, ticketLifeMs(host)));
}

const endStates: Partial<Record<string, JobEndState>> = {
  run_canceled: "canceled",
  run_expired: "expired",
};

function parseSubmit(text: string | undefined): KeptSubmit | undefined {
  const { v, input, omitted, user } = (parseStoreEntry(text) ?? {}) as Partial<KeptSubmit>;
  const isWhole = v === 1 && input instanceof Object && Array.isArray(omitted);
  return isWhole ? { v, input, omitted, ...(user ? { user } : {}) } : undefined;
}

/** Reads what `keepSubmit` kept. An entry that is lost, damaged, of another version or another user's is empty. */
export async function readSubmit(
  { store }: Host,
  { requestId, userId }: TicketedJob,
): Promise<Partial<KeptSubmit>> {
  const kept = parseSubmit(await store.get(`submit:${requestId}`));
  if (!kept) return {};
  return kept.user && kept.user.userId !== userId ? { ...kept, user: { userId } } : kept;
}

/** Describes the end of a job for `onJobEnd`. */
export function endedJob(
  { id, requestId, userId, modelId }: TicketedJob,
  record: BackendJob,
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
    images: error ? [] : (record.images ?? []),
    charged: error && !cost ? error.charged : "yes",
    ...(record.text === undefined ? {} : { text: record.text }),
    ...(cost === undefined ? {} : { cost }),
    ...(remainingCredits === undefined ? {} : { remainingCredits }),
    ...(error ? { error } : {}),
  };
}
