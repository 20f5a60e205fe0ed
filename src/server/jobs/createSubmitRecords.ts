import * as z from "zod/v4-mini";
import type { HandlerCore, StoreAccess } from "../core/createCore.ts";
import { OwnError } from "../events/ownError.ts";
import type { HandlerUser } from "../options/hookEvents.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

type Input = Readonly<Record<string, unknown>>;

const recordSchema = z.object({
  v: z.literal(1),
  input: z.record(z.string(), z.unknown()),
  omitted: z.array(z.string()),
  user: z.catch(z.optional(z.looseObject({ userId: z.string() })), undefined),
});

export type SubmitRecord = z.output<typeof recordSchema>;

export type SubmitRecords = ReturnType<typeof createSubmitRecords>;

/** Maximum length of a field's JSON, in characters. A prompt fits, but an image in a data URL doesn't. */
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

export function createSubmitRecords(
  core: StoreAccess & Pick<HandlerCore, "hooks" | "ticketLifeMs">,
) {
  const { hooks, report, store, ticketLifeMs, writeBack } = core;

  function storableUser(user: HandlerUser): HandlerUser | undefined {
    try {
      const { length } = JSON.stringify(user);
      if (length <= maxUserLength) return user;
      throw new OwnError(
        `authorize returned a user whose JSON has ${length} characters, but at most ${maxUserLength} are stored, so onJobEnd gets only the userId. Return only the fields that onJobEnd needs.`,
      );
    } catch (cause) {
      report({ type: "error", where: "authorize", cause });
      return undefined;
    }
  }

  return {
    async keep(job: TicketedJob, input: Input, givenUser: HandlerUser): Promise<void> {
      if (!hooks.onJobEnd) return;
      const user = storableUser(givenUser);
      const text = JSON.stringify({ ...withoutLargeFields(input), user });
      await writeBack.keep(() => store.add(keyOf(job), text, ticketLifeMs));
    },
    async read(job: TicketedJob): Promise<Partial<SubmitRecord>> {
      const record = parseStoreEntry(recordSchema, await store.get(keyOf(job)));
      return record?.user?.userId === job.userId ? record : { ...record, user: undefined };
    },
  };
}
