import * as z from "zod/v4-mini";
import { errorBodySchema } from "../http/errorBody.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

/** Stored attempt. `reserved`: not sent yet. `refused`: can be sent again. `lost`: may have been accepted. */
const attemptSchema = z
  .object({
    v: z.literal(1),
    owner: z.string(),
    /** Job ID for the app's records. A refused attempt keeps its ID. Absent if the ID must not be used again. */
    id: z.catch(z.optional(z.string()), undefined),
    asked: z.string(),
    state: z.enum(["reserved", "sending", "taken", "refused", "lost"]),
    at: z.number(),
    ticket: z.catch(z.optional(z.string()), undefined),
    /** Error for repeats that wait for this attempt. Absent after a store failure, so that one repeat is sent. */
    refusal: z.optional(errorBodySchema),
  })
  .check(z.refine(({ state, ticket }) => state !== "taken" || ticket !== undefined));

export type AttemptEntry = Readonly<z.output<typeof attemptSchema>>;

export type ReservedEntry = AttemptEntry & { readonly id: string };

export const parseAttempt = (text: string): AttemptEntry | undefined =>
  parseStoreEntry(attemptSchema, text);
