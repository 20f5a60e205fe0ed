import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { sizePair } from "./sizePair.ts";

/** Returns whether there is anything to choose: the field is neither hidden nor fixed. A size counts as one field. */
export function isRendered(field: FieldDescriptor, fields: readonly FieldDescriptor[]): boolean {
  const pair = field.kind === "size" ? sizePair(fields, field.name) : undefined;
  const isFixed = pair ? pair.width.fixed && pair.height.fixed : field.fixed;
  return field.kind !== "hidden" && !isFixed;
}
