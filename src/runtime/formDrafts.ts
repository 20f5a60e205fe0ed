import * as z from "zod/v4-mini";
import { createRecords, type Records } from "../ledger/createRecords.ts";
import type { OpenLedger } from "./openLedger.ts";

/** Values that a user has entered in a form but not necessarily sent. */
export interface FormDraft {
  readonly modelId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const draftSchema = z.looseObject({
  modelId: z.string(),
  values: z.record(z.string(), z.unknown()),
} satisfies Record<keyof FormDraft, unknown>) as unknown as z.ZodMiniType<FormDraft>;

/** Opens the drafts of one user, by name. */
export const openDrafts = ({
  storage,
  owner,
}: Pick<OpenLedger, "storage" | "owner">): Records<FormDraft> =>
  createRecords({ storage, name: `draft:${owner}`, schema: draftSchema });
