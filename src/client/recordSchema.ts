import * as z from "zod/v4-mini";
import { errorFields } from "./errorSchema.ts";
import type { JobRecord } from "./jobRecord.ts";
import { hint, momentSchema } from "./storedValue.ts";

/** `https:`, `blob:`, `data:` or relative: an address that runs as script is no image. */
const imageUrl = /^(?:https?:|blob:|data:|[^:]*(?:[/?#]|$))/i;

const amount = z.number().check(z.nonnegative());
const durations = z.looseObject({ typicalMs: amount, slowMs: amount });

export const metricsSchema = hint(z.record(z.string(), hint(z.number())));

/** What a job made: the images are shown, and anything else that can't be read is left out. */
const resultSchema = z.looseObject({
  requestId: hint(z.string()),
  images: z.array(
    z.looseObject({ url: z.string().check(z.regex(imageUrl)), contentType: hint(z.string()) }),
  ),
  text: hint(z.string()),
  seed: hint(z.number()),
  prompt: hint(z.string()),
  metrics: metricsSchema,
  body: z.catch(z.record(z.string(), z.unknown()), {}),
});

/** One entry for each field of a record, so that none is read unchecked. Fields of later versions are kept. */
const fields = {
  attemptId: z.string(),
  modelId: z.string(),
  scope: z.string(),
  input: z.record(z.string(), z.unknown()),
  omitted: z.optional(z.array(z.string())),
  latency: hint(durations),
  usual: hint(z.extend(durations, { quickMs: amount })),
  startedAt: momentSchema,
  pageId: z.optional(z.string()),
  submit: z.enum(["sent", "taken", "refused", "unknown"]),
  unsent: z.optional(z.boolean()),
  requestId: z.optional(z.string()),
  ...errorFields,
  result: z.optional(resultSchema),
  endedAt: z.optional(momentSchema),
  delivered: z.optional(z.boolean()),
  detached: z._default(z.boolean(), false),
  dismissed: z.optional(z.boolean()),
  seen: z.optional(z.boolean()),
  starred: z.optional(z.boolean()),
} satisfies Record<keyof JobRecord, unknown>;

/** A record as `packErrors` packs it, from the storage or from another tab. */
export const recordSchema = z.looseObject(fields);
