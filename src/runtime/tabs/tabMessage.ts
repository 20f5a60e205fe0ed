import * as z from "zod/v4-mini";
import { attemptSchema } from "../../ledger/attemptSchema.ts";
import type { LedgerChange } from "../../ledger/createLedger.ts";
import { serializeErrors } from "../../ledger/errorSchema.ts";
import { parseStored } from "../../ledger/parseStored.ts";
import { hint } from "../../ledger/storedValue.ts";
import type { JobSnapshot } from "../../polling/jobSnapshot.ts";
import { snapshotSchema, toWireNames } from "./snapshotSchema.ts";

export interface TabMessage {
  readonly snapshots?: readonly JobSnapshot[] | undefined;
  readonly change?: LedgerChange | undefined;
  readonly learned?: { readonly modelId: string; readonly history: unknown } | undefined;
  readonly hello?: true | undefined;
}

/** Serializes a message. Keeps the names `watches` and `record`, which tabs running other versions expect. */
export function writeTabMessage({ snapshots, change, ...rest }: TabMessage): string {
  const { attempt, ...changeRest } = change ?? {};
  return JSON.stringify({
    ...rest,
    ...(snapshots ? { watches: snapshots.map((one) => serializeErrors(toWireNames(one))) } : {}),
    ...(change ? { change: { ...changeRest, record: attempt && serializeErrors(attempt) } } : {}),
  });
}

/** Schema for a message between tabs. A damaged part is dropped without affecting the other parts. */
const messageSchema = z.object({
  watches: hint(z.array(hint(snapshotSchema))),
  change: hint(
    z.object({
      attemptId: z.string(),
      record: z.optional(attemptSchema),
      changed: z.optional(z.array(z.string())),
    }),
  ),
  learned: hint(z.object({ modelId: z.string(), history: z.unknown() })),
  hello: hint(z.literal(true)),
});

/** Parses another tab's message. Omits parts that are damaged or from another version. */
export function readTabMessage(text: unknown): TabMessage {
  const { watches, change, ...rest } = z.safeParse(messageSchema, parseStored(text)).data ?? {};
  const { record: attempt, ...changeRest } = change ?? {};
  const isConsistent = attempt === undefined || attempt.attemptId === change?.attemptId;
  return {
    ...rest,
    snapshots: watches?.filter((one) => one !== undefined) as TabMessage["snapshots"],
    change: change && isConsistent ? ({ ...changeRest, attempt } as LedgerChange) : undefined,
  };
}
