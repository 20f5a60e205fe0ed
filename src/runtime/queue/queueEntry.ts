import * as z from "zod/v4-mini";
import type { Attempt } from "../../ledger/attempt.ts";
import { errorSchema, serializeErrors } from "../../ledger/errorSchema.ts";
import { largeNames } from "../../ledger/serializeAttempt.ts";
import { hint, momentSchema } from "../../ledger/storedValue.ts";
import type { Model } from "../../models/defineModel.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { EaselErrorCode } from "../../protocol/errorTable.ts";

/** Stored entry of a queue. Its ID is the ID of its only attempt, so an entry can't be charged twice. */
export interface QueueRecord {
  readonly modelId: string;
  readonly latency?: Model["latency"] | undefined;
  readonly input: Readonly<Record<string, unknown>>;
  /** Names of the input fields whose values were too large to store. */
  readonly omitted?: readonly string[] | undefined;
  /** Position in the queue. */
  readonly position: number;
  /** Last known outcome, kept in case the attempt is deleted. */
  readonly outcome?: "sent" | "unknown" | undefined;
  readonly error?: EaselError | undefined;
  /** Whether the user wants a refused entry to be sent again. */
  readonly isRetry?: boolean | undefined;
}

export interface QueueEntry {
  /** ID of the entry, which becomes the job's `attemptId`. */
  readonly id: string;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /**
   * `waiting`: not sent yet. `sent`: accepted, so the entry is now a job. `refused`: not charged. `unknown`: the entry
   * may have been accepted and charged.
   */
  readonly status: "waiting" | "sending" | "sent" | "refused" | "unknown";
  /** Names of input fields whose values were too large to store. Such an entry can't be sent after a reload. */
  readonly omitted: readonly string[];
  readonly error: EaselError | undefined;
}

export const entrySchema = z.looseObject({
  modelId: z.string(),
  latency: hint(z.looseObject({ typicalMs: momentSchema, slowMs: momentSchema })),
  input: z.record(z.string(), z.unknown()),
  // An unreadable list prevents the entry from being sent, because its input may be incomplete.
  omitted: z.catch(z.optional(z.array(z.string())), ["input"]),
  position: z.number(),
  outcome: z.catch(z.optional(z.enum(["sent", "unknown"])), "unknown"),
  error: hint(errorSchema),
  isRetry: hint(z.boolean()),
} satisfies Record<keyof QueueRecord, unknown>) as unknown as z.ZodMiniType<QueueRecord>;

/** Returns the stored form of an entry, without large input values. */
export function serializeEntry(entry: QueueRecord): QueueRecord {
  const { input, omitted = [], error } = entry;
  const large = largeNames(input);
  const kept = Object.entries(input).filter(([name]) => !large.includes(name));
  return {
    ...entry,
    ...(serializeErrors(error ? { error } : {}) as Pick<QueueRecord, "error">),
    input: Object.fromEntries(kept),
    omitted: omitted.length + large.length > 0 ? [...omitted, ...large] : undefined,
  };
}

/** Errors that concern only one entry. All other errors would also affect the next entry, so they pause the queue. */
const entryErrors = new Set<EaselErrorCode>([
  "bad_answer",
  "content_blocked",
  "invalid_input",
  "invalid_request",
  "key_reused",
  "model_not_found",
  "not_a_picture",
  "parameter_rejected",
  "run_failed",
  "too_large",
  "upstream_error",
  "upstream_forbidden",
  "upstream_model_missing",
  "upstream_model_retired",
]);

export const isEntryError = ({ code }: EaselError): boolean => entryErrors.has(code);

function statusOf(entry: QueueRecord, attempt: Attempt | undefined): QueueEntry["status"] {
  if (entry.outcome === "sent" || attempt?.submit === "taken") return "sent";
  if (attempt?.submit === "sent") return "sending";
  if ((attempt?.submit ?? entry.outcome) === "unknown") return "unknown";
  const error = attempt?.error ?? entry.error;
  return error && isEntryError(error) && !entry.isRetry ? "refused" : "waiting";
}

/** Derives the public view of an entry from the entry and its attempt, if any. */
export function deriveEntry(
  id: string,
  entry: QueueRecord,
  attempt: Attempt | undefined,
): QueueEntry {
  const status = statusOf(entry, attempt);
  const { modelId, input, omitted = [] } = entry;
  const error = status === "refused" ? (attempt?.error ?? entry.error) : undefined;
  return { id, modelId, input, status, omitted, error };
}
