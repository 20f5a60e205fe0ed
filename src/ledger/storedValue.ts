import * as z from "zod/v4-mini";

/** Milliseconds since 1970, up to year 9892. Formatting an invalid `Date` throws. */
export const momentSchema = z.number().check(z.refine((ms) => ms >= 0 && ms <= 2.5e14));

/** Drops an unreadable optional value, instead of the paid job that it belongs to. */
export const hint = <T extends z.core.$ZodType>(schema: T) =>
  z.catch(z.optional(schema), undefined);
