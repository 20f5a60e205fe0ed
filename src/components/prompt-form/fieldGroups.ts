import type { FieldGroup } from "../../models/describeField.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";

const order: readonly FieldGroup[] = ["prompt", "picture", "sampling", "refiner", "output"];

/** Returns the visible fields by group, in rendering order. Omits empty groups. */
export function fieldGroups(
  fields: readonly FieldDescriptor[],
): readonly (readonly [group: FieldGroup, fields: readonly FieldDescriptor[]])[] {
  return order
    .map((group) => {
      const own = fields.filter((field) => field.group === group && field.kind !== "hidden");
      return [group, own] as const;
    })
    .filter(([, own]) => own.length > 0);
}
