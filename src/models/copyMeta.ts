import * as z from "zod/v4/core";

/** Copies metadata to a cloned schema, without the unique id. */
export function copyMeta(original: z.$ZodType, copy: z.$ZodType): void {
  // zod before 4.1 rejects even an undefined id the second time.
  const { id: _, ...meta } = z.globalRegistry.get(original) ?? {};
  z.globalRegistry.add(copy, meta);
}
