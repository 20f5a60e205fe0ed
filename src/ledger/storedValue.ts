import * as z from "zod/v4-mini";

/** Schema of a time in milliseconds since 1970, up to year 9892. Formatting an invalid `Date` throws. */
export const momentSchema = z.number().check(z.refine((ms) => ms >= 0 && ms <= 2.5e14));

/** Makes a value optional, and drops it if it's unreadable so that its paid job isn't dropped. */
export const hint = <T extends z.core.$ZodType>(schema: T) =>
  z.catch(z.optional(schema), undefined);
