import * as z from "zod/v4/core";

export function withFields(input: z.$ZodObject, fields: z.$ZodShape): z.$ZodObject {
  const { def } = input._zod;
  const copy = z.clone(input, { ...def, shape: { ...def.shape, ...fields } });
  // The ID isn't copied, because IDs must be unique, and zod versions before 4.1 reject even an undefined ID.
  const { id: _, ...meta } = z.globalRegistry.get(input) ?? {};
  z.globalRegistry.add(copy, meta);
  return copy;
}
