import type { FieldDescriptor } from "../describeFields.ts";

/** What other programs call a field, and what models call it. */
const knownNames: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ["Steps", ["num_inference_steps", "inference_steps", "steps"]],
  ["Sampler", ["scheduler", "sampler", "sampler_name"]],
  ["CFG scale", ["guidance_scale", "cfg_scale", "guidance", "cfg"]],
  ["Seed", ["seed"]],
  ["Denoising strength", ["strength", "denoising_strength"]],
  ["Refiner", ["refiner"]],
  ["Refiner switch at", ["high_noise_fraction", "refiner_start"]],
];

/** Compares names: `CFG scale`, `cfg_scale` and `cfgScale` are one. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "");

const indexes = new WeakMap<readonly FieldDescriptor[], ReadonlyMap<string, FieldDescriptor>>();

/** Fields by each of their names: what other programs call them goes before their own name, and that before their label. */
function indexOf(fields: readonly FieldDescriptor[]): ReadonlyMap<string, FieldDescriptor> {
  const known = indexes.get(fields);
  if (known) return known;
  const index = new Map<string, FieldDescriptor>();
  const add = (name: string, field: FieldDescriptor | undefined): void => {
    if (field && !index.has(plainName(name))) index.set(plainName(name), field);
  };
  for (const [name, candidates] of knownNames) {
    const own = candidates.map((candidate) => fields.find((field) => field.name === candidate));
    add(
      name,
      own.find((field) => field !== undefined),
    );
  }
  for (const field of fields) add(field.name, field);
  for (const field of fields) add(field.label, field);
  indexes.set(fields, index);
  return index;
}

/** The field that a recipe's name stands for, in this model. */
export function fieldOfName(
  fields: readonly FieldDescriptor[],
  name: string,
): FieldDescriptor | undefined {
  return indexOf(fields).get(plainName(name));
}

/** What a recipe calls a field: as other programs do where they know it, else by its own name. */
export function nameOfField(fields: readonly FieldDescriptor[], field: FieldDescriptor): string {
  const known = knownNames.find(([name]) => fieldOfName(fields, name) === field);
  return known?.[0] ?? field.name;
}

/** The fields that a recipe writes without a name or as one: its words and its size. */
export function wordFields(fields: readonly FieldDescriptor[]): {
  readonly prompt: FieldDescriptor | undefined;
  readonly negativePrompt: FieldDescriptor | undefined;
  readonly width: FieldDescriptor | undefined;
  readonly height: FieldDescriptor | undefined;
} {
  const size = (side: string) =>
    fields.find(({ kind, name }) => kind === "size" && name.endsWith(side));
  return {
    prompt: fields.find(({ kind }) => kind === "prompt"),
    negativePrompt: fields.find(({ name }) => plainName(name) === "negativeprompt"),
    width: size("width"),
    height: size("height"),
  };
}
