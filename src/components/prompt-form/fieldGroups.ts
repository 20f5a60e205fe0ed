import type { FieldGroup } from "../../models/describeField.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import { isRendered } from "../fields/size/isRendered.ts";
import { isNegativePrompt } from "../fields/text/isNegativePrompt.ts";

/** Section of a form: a schema's group, or one of the sections that `PromptForm.Fields` separates from a group. */
export type FieldSection = FieldGroup | "image" | "negative";

export type Section = readonly [name: FieldSection, fields: readonly FieldDescriptor[]];

const order: readonly FieldSection[] = [
  "prompt",
  "image",
  "picture",
  "negative",
  "sampling",
  "refiner",
  "output",
];

/** Sections that are visible while the other settings are folded. */
const visible = new Set<FieldSection>(["prompt", "image", "picture"]);

function sectionOf(field: FieldDescriptor): FieldSection {
  if (isNegativePrompt(field)) return "negative";
  return field.kind === "image" ? "image" : field.group;
}

/** Moves each field that depends on a switch below the switch. */
function belowSwitches(fields: readonly FieldDescriptor[]): readonly FieldDescriptor[] {
  const names = new Set(fields.map(({ name }) => name));
  return fields
    .filter(({ enabledBy }) => enabledBy === undefined || !names.has(enabledBy))
    .flatMap((field) => [field].concat(fields.filter(({ enabledBy }) => enabledBy === field.name)));
}

/** Returns the visible fields by section, in rendering order. Omits empty sections. */
export function fieldGroups(fields: readonly FieldDescriptor[]): readonly Section[] {
  const shown = belowSwitches(fields.filter((field) => isRendered(field, fields)));
  return order
    .map((name) => [name, shown.filter((field) => sectionOf(field) === name)] as const)
    .filter(([, own]) => own.length > 0);
}

export const isFolded = ([name]: Section): boolean => !visible.has(name);
