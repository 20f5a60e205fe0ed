import * as z from "zod/v4-mini";

/** Milliseconds since 1970, up to the year 9892: a `Date` of more is invalid, and formatting it throws. */
export const momentSchema = z.number().check(z.refine((ms) => ms >= 0 && ms <= 2.5e14));

/** Reads a value that only advises: one that can't be read is left out, instead of the paid job that it stands with. */
export const hint = <T extends z.core.$ZodType>(schema: T) =>
  z.catch(z.optional(schema), undefined);
