import * as z from "zod/v4-mini";
import { noObservations, type PollObservations } from "../../polling/pollObservations.ts";
import type { BackendJob } from "../backends/backend.ts";
import { errorBodySchema, errorFromBody } from "../http/errorBody.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

const version = 1;

function isObservations(value: unknown): boolean {
  const given = Object(value) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(noObservations);
  return fields.every(([name, initial]) => typeof given[name] === typeof initial);
}

const recordSchema = z.looseObject({
  requestId: z.string(),
  state: z.enum(["queued", "processing", "completed", "failed"]),
  error: z.optional(errorBodySchema),
  metrics: z.optional(z.looseObject({})),
  images: z.optional(z.array(z.looseObject({ url: z.string() }))),
  text: z.optional(z.string()),
  body: z.optional(z.looseObject({})),
});

const entrySchema = z.object({
  v: z.literal(version),
  record: recordSchema,
  /** Time of the next poll on the shared clock. Absent once the job has ended. */
  nextAt: z.optional(z.number()),
  waitMs: z.optional(z.number()),
  unknown: z.catch(z.optional(z.boolean()), undefined),
  looks: z.optional(z.custom<PollObservations>(isObservations)),
});

export type JobEntry = Pick<z.output<typeof entrySchema>, "nextAt" | "waitMs" | "unknown"> & {
  readonly record: BackendJob;
  readonly observations?: PollObservations | undefined;
};

export function serializeJobEntry({ observations, ...entry }: JobEntry): string {
  // Other versions of the package call this field `looks`.
  return JSON.stringify({ v: version, ...entry, looks: observations });
}

export function parseJobEntry(text: string, requestId: string): JobEntry | undefined {
  const entry = parseStoreEntry(entrySchema, text);
  if (entry?.record.requestId !== requestId) return undefined;
  const { v: _, looks: observations, record, ...rest } = entry;
  const { error, ...fields } = record;
  return {
    ...rest,
    observations,
    record: { ...(fields as BackendJob), ...(error && { error: errorFromBody(error) }) },
  };
}
