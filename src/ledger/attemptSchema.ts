import * as z from "zod/v4-mini";
import type { Attempt } from "./attempt.ts";
import { errorSchema } from "./errorSchema.ts";
import { hint, momentSchema } from "./storedValue.ts";

/** Pattern for safe image URLs: `http(s):`, `blob:`, `data:`, and relative URLs. A `javascript:` URL could run code. */
const imageUrl = /^(?:https?:|blob:|data:|[^:]*(?:[/?#]|$))/i;

const durations = z.looseObject({ typicalMs: momentSchema, slowMs: momentSchema });

export const metricsSchema = hint(z.record(z.string(), hint(z.number())));

const resultSchema = z.looseObject({
  requestId: hint(z.string()),
  images: z.array(
    z.looseObject({
      url: z.string().check(z.refine((url) => imageUrl.test(url))),
      contentType: hint(z.string()),
    }),
  ),
  text: hint(z.string()),
  seed: hint(z.number()),
  prompt: hint(z.string()),
  metrics: metricsSchema,
  body: z.catch(z.record(z.string(), z.unknown()), {}),
});

const flag = hint(z.boolean());

const fields = {
  attemptId: z.string(),
  modelId: z.string(),
  scope: z.string(),
  input: z.record(z.string(), z.unknown()),
  // Replaces an unreadable list with one that prevents a retry, because the input may be incomplete.
  omitted: z.catch(z.optional(z.array(z.string())), ["input"]),
  latency: hint(durations),
  usual: hint(z.extend(durations, { quickMs: momentSchema })),
  startedAt: momentSchema,
  pageId: hint(z.string()),
  submit: z.enum(["sent", "taken", "refused", "unknown"]),
  unsent: flag,
  requestId: z.optional(z.string()),
  error: hint(errorSchema),
  trouble: hint(errorSchema),
  checkedAt: hint(momentSchema),
  cancelRequestedAt: hint(momentSchema),
  result: hint(resultSchema),
  endedAt: hint(momentSchema),
  delivered: flag,
  detached: z.catch(z.boolean(), false),
  dismissed: flag,
  seen: flag,
  starred: flag,
} satisfies Record<keyof Attempt, unknown>;

/** Schema for attempts from storage or other tabs. Keeps unknown fields, which later versions may have added. */
export const attemptSchema = z.pipe(
  z.looseObject(fields),
  z.transform((attempt) => {
    const { submit, requestId, result, error } = attempt;
    // An accepted job without an ID can't be polled, so it would never end. An `unknown` attempt expires.
    const isLost = submit === "taken" && !(requestId || result || error);
    return isLost ? { ...attempt, submit: "unknown" } : attempt;
  }),
);
