import * as z from "zod/v4-mini";
import { errorBodySchema } from "../http/errorBody.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

/** Attempt in the store. `reserved`: not sent. `refused`: it can be sent again. `lost`: it may have been accepted. */
const attemptSchema = z
  .object({
    v: z.literal(1),
    owner: z.string(),
    /** The app's ID for the job. Kept after a refusal. Absent if it must not be used again. */
    id: z.catch(z.optional(z.string()), undefined),
    asked: z.string(),
    state: z.enum(["reserved", "sending", "taken", "refused", "lost"]),
    at: z.number(),
    ticket: z.catch(z.optional(z.string()), undefined),
    /** Error for repeats that wait for a `refused` attempt. Absent if the store failed, so that one repeat sends it. */
    refusal: z.optional(errorBodySchema),
  })
  .check(z.refine(({ state, ticket }) => state !== "taken" || ticket !== undefined));

export type AttemptEntry = Readonly<z.output<typeof attemptSchema>>;

export type ReservedEntry = AttemptEntry & { readonly id: string };

export const parseAttempt = (text: string): AttemptEntry | undefined =>
  parseStoreEntry(attemptSchema, text);
