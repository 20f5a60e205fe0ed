import type { FieldDescriptor } from "../../../models/describeFields.ts";
import type { FormValues } from "../../../models/formValues.ts";
import { sizePair } from "./sizePair.ts";

const isListed = ({ options = [], name }: FieldDescriptor, values: FormValues): boolean =>
  options.some(({ value }) => value === values[name]);

/** Returns the names of both sides of each size that isn't one of the model's suggested sizes, if it suggests any. */
export function unlistedSides(
  fields: readonly FieldDescriptor[],
  values: FormValues,
): ReadonlySet<string> {
  const sides = fields.flatMap((field) => {
    const pair = field.kind === "size" ? sizePair(fields, field.name) : undefined;
    if (!pair?.width.options || !pair.height.options) return [];
    return isListed(pair.width, values) && isListed(pair.height, values) ? [] : [field.name];
  });
  return new Set(sides);
}
