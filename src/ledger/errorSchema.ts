import * as z from "zod/v4-mini";
import { EaselError } from "../protocol/EaselError.ts";
import { isErrorCode } from "../protocol/errorTable.ts";
import { jobRetentionMs } from "./attempt.ts";
import { hint, momentSchema } from "./storedValue.ts";

/** Schema for `retryAt`. Rejects times more than `jobRetentionMs` ahead, which must come from a wrong clock. */
const retryAt = momentSchema.check(z.refine((moment) => moment <= Date.now() + jobRetentionMs));

const serializedError = z.looseObject({
  code: z.string(),
  error: z.string(),
  charged: z.enum(["no", "yes", "unknown"]),
  retry: z.enum(["safe", "after", "unsafe", "never"]),
  retryAt: hint(retryAt),
  fields: z.optional(z.record(z.string(), z.string())),
  status: hint(z.number()),
  requestId: z.optional(z.string()),
  attemptId: z.optional(z.string()),
});

/** Schema for a stored error. Replaces an unknown code from a later version with `internal` but keeps `charged`. */
export const errorSchema = z.pipe(
  serializedError,
  z.transform(({ code, error: message, ...rest }) => {
    return new EaselError(isErrorCode(code) ? code : "internal", { ...rest, message });
  }),
);

interface WithErrors {
  readonly error?: EaselError;
  readonly trouble?: EaselError;
}

function serializeError(error: EaselError | undefined) {
  if (!error) return undefined;
  const { status, requestId, attemptId } = error;
  return { ...error.toJSON(), status, requestId, attemptId };
}

export const serializeErrors = (value: WithErrors): Record<string, unknown> => ({
  ...value,
  error: serializeError(value.error),
  trouble: serializeError(value.trouble),
});
