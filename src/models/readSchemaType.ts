import * as z from "zod/v4/core";
import type { FieldHints } from "./describeField.ts";

export interface SchemaType {
  type: string;
  hints: FieldHints;
  values?: readonly (string | number)[];
  /** Whether texts other than `values` are accepted. */
  open: boolean;
}

const isScalar = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

/** Of a pipe, returns the input side. */
export function unwrap({ _zod: { def } }: z.$ZodTypes): z.$ZodType | undefined {
  if (def.type === "pipe") {
    return (def.in as z.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in;
  }
  return "innerType" in def ? def.innerType : undefined;
}

/** Literals are a closed list, literals beside a string an open one. Null is ignored. */
export function readUnion(options: readonly z.$ZodType[]) {
  const members = options.map((schema) => ({ schema, ...readSchemaType(schema) }));
  const values = members.flatMap((member) => member.values ?? []);
  const rest = members.find((member) => !member.values && member.type !== "null");
  return { values, rest };
}

function readOwnType({ _zod: { def, values } }: z.$ZodTypes): SchemaType {
  if (def.type === "union") {
    const { values: listed, rest } = readUnion(def.options);
    if (!rest) return { type: typeof listed[0], hints: {}, values: listed, open: false };
    const { type, hints } = rest;
    return type === "string" && listed.length > 0
      ? { type, hints, values: listed, open: true }
      : { type, hints, open: false };
  }
  const listed = [...(values ?? [])].filter(isScalar);
  return (def.type === "enum" || def.type === "literal") && listed.length > 0
    ? { type: typeof listed[0], hints: {}, values: listed, open: false }
    : { type: def.type, hints: {}, open: false };
}

/** Small: without the code for limits. */
export function readSchemaType(schema: z.$ZodType): SchemaType {
  const typed = schema as z.$ZodTypes;
  const inner = unwrap(typed);
  const info = inner ? readSchemaType(inner) : readOwnType(typed);
  const hints = z.globalRegistry.get(schema)?.["x-easel"] as FieldHints | undefined;
  return { ...info, hints: { ...info.hints, ...hints } };
}
