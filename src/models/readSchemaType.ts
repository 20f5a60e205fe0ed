import * as z from "zod/v4/core";
import type { FieldHints } from "./describeField.ts";

export interface SchemaType {
  type: string;
  hints: FieldHints;
  values?: readonly (string | number)[];
  open: boolean;
}

const isScalar = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

export function unwrap({ _zod: { def } }: z.$ZodTypes): z.$ZodType | undefined {
  if (def.type === "pipe") {
    return (def.in as z.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in;
  }
  return "innerType" in def ? def.innerType : undefined;
}

/**
 * Returns a union's literal values and its first member that is neither a literal nor null. Literals alone form a
 * closed list. Literals plus a string type form an open list.
 */
export function readUnion(options: readonly z.$ZodType[]) {
  const members = options.map((schema) => ({ schema, ...readSchemaType(schema) }));
  const values = members.flatMap((member) => member.values ?? []);
  const rest = members.find((member) => !member.values && member.type !== "null");
  return { values, rest };
}

function readOwnType({
  _zod: { def, values },
}: z.$ZodTypes): Pick<SchemaType, "type"> & Partial<SchemaType> {
  if (def.type === "union") {
    const { values: listed, rest } = readUnion(def.options);
    if (!rest) return { type: typeof listed[0], values: listed };
    const { type, hints } = rest;
    const open = type === "string" && listed.length > 0;
    return open ? { type, hints, values: listed, open } : { type, hints };
  }
  const listed = [...(values ?? [])].filter(isScalar);
  return (def.type === "enum" || def.type === "literal") && listed.length > 0
    ? { type: typeof listed[0], values: listed }
    : { type: def.type };
}

export function readSchemaType(schema: z.$ZodType): SchemaType {
  const typed = schema as z.$ZodTypes;
  const inner = unwrap(typed);
  const info = inner ? readSchemaType(inner) : readOwnType(typed);
  const hints = z.globalRegistry.get(schema)?.["x-easel"] as FieldHints | undefined;
  return { open: false, ...info, hints: { ...info.hints, ...hints } };
}
