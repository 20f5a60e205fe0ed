import * as z from "zod/v4-mini";
import { errorBodySchema } from "../http/errorBody.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

/** `reserved`: nothing was sent. `refused`: it may be sent again. `lost`: the service may have accepted it. */
const attemptSchema = z
  .object({
    v: z.literal(1),
    owner: z.string(),
    /** The host's ID for the job. Kept after a refusal. Absent if it must not be used again. */
    id: z.catch(z.optional(z.string()), undefined),
    asked: z.string(),
    state: z.enum(["reserved", "sending", "taken", "refused", "lost"]),
    at: z.number(),
    ticket: z.catch(z.optional(z.string()), undefined),
    /** Error for waiting repeats of a `refused` attempt. Absent if the store failed, so that one of them sends it. */
    refusal: z.optional(errorBodySchema),
  })
  .check(z.refine(({ state, ticket }) => state !== "taken" || ticket !== undefined));

export type AttemptEntry = Readonly<z.output<typeof attemptSchema>>;

export type ReservedEntry = AttemptEntry & { readonly id: string };

export const parseAttempt = (text: string): AttemptEntry | undefined =>
  parseStoreEntry(attemptSchema, text);
