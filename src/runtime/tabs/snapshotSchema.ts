import * as z from "zod/v4-mini";
import { metricsSchema } from "../../ledger/attemptSchema.ts";
import { errorSchema } from "../../ledger/errorSchema.ts";
import { hint, momentSchema } from "../../ledger/storedValue.ts";
import type { JobSnapshot } from "../../polling/jobSnapshot.ts";
import { noObservations } from "../../polling/pollObservations.ts";

/** Names used in messages that differ from those in `JobSnapshot`. Tabs running other versions rely on them. */
interface WireNames {
  readonly polledAt: "lookedAt";
  readonly unknownPolls: "unknownLooks";
  readonly observations: "looks";
}

type WireName<K> = K extends keyof WireNames ? WireNames[K] : K;

const fields = {
  requestId: z.string(),
  state: z.enum(["queued", "processing", "completed", "failed"]),
  unknownState: z.optional(z.string()),
  error: z.optional(errorSchema),
  trouble: hint(errorSchema),
  metrics: metricsSchema,
  retryAt: hint(momentSchema),
  submittedAt: momentSchema,
  // Earlier versions don't send this field.
  lookedAt: z.catch(momentSchema, 0),
  misses: z.number(),
  unknownLooks: z.number(),
  looks: z.record(z.enum(Object.keys(noObservations)), z.union([z.number(), z.boolean()])),
} satisfies Record<WireName<keyof JobSnapshot>, unknown>;

export const snapshotSchema = z.pipe(
  z.object(fields),
  z.transform(({ lookedAt, unknownLooks, looks, ...rest }) => ({
    ...rest,
    polledAt: lookedAt,
    unknownPolls: unknownLooks,
    observations: looks,
  })),
);

export function toWireNames({
  polledAt,
  unknownPolls,
  observations,
  ...rest
}: JobSnapshot): Record<string, unknown> {
  return { ...rest, lookedAt: polledAt, unknownLooks: unknownPolls, looks: observations };
}
