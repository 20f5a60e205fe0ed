import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";

export function fieldLabel(model: Model | undefined, name: string): string {
  const known = model && describeFields(model).find((field) => field.name === name);
  const spaced = name.replaceAll(/[_-]+/g, " ").trim();
  return known?.label ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
