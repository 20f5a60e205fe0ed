import * as z from "zod/v4-mini";
import { attemptSchema } from "../../ledger/attemptSchema.ts";
import type { LedgerChange } from "../../ledger/createLedger.ts";
import { parseStored } from "../../ledger/parseStored.ts";
import { serializeErrors } from "../../ledger/serializeErrors.ts";
import { hint } from "../../ledger/storedValue.ts";
import type { JobSnapshot } from "../../polling/jobSnapshot.ts";
import { toWireNames, snapshotSchema } from "./snapshotSchema.ts";

/** What the tabs tell each other. */
export interface TabMessage {
  /** Looks at jobs, by the tab that leads. */
  readonly watches?: readonly JobSnapshot[] | undefined;
  /** A change of the ledger, by the tab that made it. */
  readonly change?: LedgerChange | undefined;
  /** How long a model's runs took, by the tab that has learned it. */
  readonly learned?: { readonly modelId: string; readonly history: unknown } | undefined;
  /** A tab has come that knows of no looks yet. */
  readonly hello?: true | undefined;
}

/** As JSON, with the errors in it as plain data. */
export function writeTabMessage({ watches, change, ...rest }: TabMessage): string {
  const { record } = change ?? {};
  return JSON.stringify({
    ...rest,
    ...(watches ? { watches: watches.map((watch) => serializeErrors(toWireNames(watch))) } : {}),
    ...(change ? { change: { ...change, record: record && serializeErrors(record) } } : {}),
  });
}

/** Each part is read alone, so that a damaged one hides no other. */
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

/** Reads what another tab has posted. What is damaged or of another version is left out. */
export function readTabMessage(text: unknown): TabMessage {
  const { watches, change, ...rest } = z.safeParse(messageSchema, parseStored(text)).data ?? {};
  const isOne = change?.record === undefined || change.record.attemptId === change.attemptId;
  return {
    ...rest,
    watches: watches?.filter((watch) => watch !== undefined) as TabMessage["watches"],
    change: isOne ? (change as TabMessage["change"]) : undefined,
  };
}
