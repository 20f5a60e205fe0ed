import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import type { HandlerUser } from "../options/hookEvents.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { WriteBack } from "../stores/createWriteBack.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import type { Store } from "../stores/store.ts";

type Input = Readonly<Record<string, unknown>>;

/** A submit as stored for `onJobEnd`, until its ticket expires. */
export interface SubmitRecord {
  readonly v: 1;
  readonly input: Input;
  readonly omitted: readonly string[];
  readonly user?: HandlerUser;
}

export type SubmitRecords = ReturnType<typeof createSubmitRecords>;

interface SubmitRecordsContext {
  readonly hooks: Pick<HandlerOptions, "onJobEnd">;
  readonly report: Report;
  readonly store: Store;
  readonly ticketLifeMs: number;
  readonly writeBack: WriteBack;
}

/** In characters of JSON. A prompt fits; an image as a data URL doesn't. */
const maxFieldLength = 20_000;
const maxInputLength = 100_000;
const maxUserLength = 20_000;

const keyOf = ({ requestId }: TicketedJob): string => `submit:${requestId}`;

function withoutLargeFields(input: Input): Omit<SubmitRecord, "user"> {
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

function parseRecord(text: string | undefined): SubmitRecord | undefined {
  const { v, input, omitted, user } = (parseStoreEntry(text) ?? {}) as Partial<SubmitRecord>;
  const isWhole = v === 1 && input instanceof Object && Array.isArray(omitted);
  return isWhole ? { v, input, omitted, ...(user ? { user } : {}) } : undefined;
}

export function createSubmitRecords({
  hooks,
  report,
  store,
  ticketLifeMs,
  writeBack,
}: SubmitRecordsContext) {
  /** Undefined, and reported, where the store can't hold it. */
  function storableUser(user: HandlerUser): HandlerUser | undefined {
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

  return {
    /** Never rejects. */
    async keep(job: TicketedJob, input: Input, givenUser: HandlerUser): Promise<void> {
      if (!hooks.onJobEnd) return;
      const user = storableUser(givenUser);
      const record: SubmitRecord = { ...withoutLargeFields(input), ...(user ? { user } : {}) };
      const text = JSON.stringify(record);
      await writeBack.keep(() => store.add(keyOf(job), text, ticketLifeMs));
    },
    /** Empty when the entry is lost, damaged or of another version. */
    async read(job: TicketedJob): Promise<Partial<SubmitRecord>> {
      const record = parseRecord(await store.get(keyOf(job)));
      if (!record) return {};
      const { userId } = job;
      return record.user && record.user.userId !== userId
        ? { ...record, user: { userId } }
        : record;
    },
  };
}
