import * as z from "zod/v4-mini";
import { errorSchema } from "../../ledger/errorSchema.ts";
import { metricsSchema } from "../../ledger/recordSchema.ts";
import { hint, momentSchema } from "../../ledger/storedValue.ts";
import type { JobWatch } from "../../polling/jobSnapshot.ts";
import { noLooks } from "../../polling/pollObservations.ts";

const fields = {
  requestId: z.string(),
  state: z.enum(["queued", "processing", "completed", "failed"]),
  unknownState: z.optional(z.string()),
  error: z.optional(errorSchema),
  trouble: hint(errorSchema),
  metrics: metricsSchema,
  retryAt: hint(momentSchema),
  submittedAt: momentSchema,
  // Tabs of an earlier version send none.
  lookedAt: z.catch(momentSchema, 0),
  misses: z.number(),
  unknownLooks: z.number(),
  looks: z.record(z.enum(Object.keys(noLooks)), z.union([z.number(), z.boolean()])),
} satisfies Record<keyof JobWatch, unknown>;

/** What another tab has seen of a job, as `packErrors` packs it. */
export const watchSchema = z.object(fields);
