import * as z from "zod/v4-mini";
import { EaselError } from "../protocol/EaselError.ts";
import { isErrorCode } from "../protocol/errorTable.ts";
import { jobRetentionMs } from "./attempt.ts";
import { hint, momentSchema } from "./storedValue.ts";

/** No wait is longer than an hour: a later moment comes from a clock that was wrong. */
const retryAt = momentSchema.check(z.refine((moment) => moment <= Date.now() + jobRetentionMs));

const packedError = z.looseObject({
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

/** An error as `serializeErrors` packs it. A code of a later version becomes `internal`, and still says whether it was charged. */
export const errorSchema = z.pipe(
  packedError,
  z.transform(({ code, error: message, ...rest }) => {
    return new EaselError(isErrorCode(code) ? code : "internal", { ...rest, message });
  }),
);
