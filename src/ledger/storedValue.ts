import * as z from "zod/v4-mini";

/**
 * Schema for a time in milliseconds since 1970, up to the year 9892. Formatting a time outside `Date`'s range throws.
 */
export const momentSchema = z.number().check(z.refine((ms) => ms >= 0 && ms <= 2.5e14));

/** Makes a value optional. An unreadable value becomes undefined so that the rest of a paid job's attempt is kept. */
export const hint = <T extends z.core.$ZodType>(schema: T) =>
  z.catch(z.optional(schema), undefined);
