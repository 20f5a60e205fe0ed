import * as z from "zod/v4/core";

/** Gives a changed copy of a schema the metadata of the original, but for the id, which belongs to one schema. */
export function copyMeta(original: z.$ZodType, copy: z.$ZodType): void {
  // zod before 4.1 refuses even an undefined id the second time.
  const { id: _, ...meta } = z.globalRegistry.get(original) ?? {};
  z.globalRegistry.add(copy, meta);
}
