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

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "");

/** The field that a recipe's name stands for, in this model. */
export function fieldOfName(
  fields: readonly FieldDescriptor[],
  name: string,
): FieldDescriptor | undefined {
  const [, known = []] = knownNames.find(([own]) => plain(own) === plain(name)) ?? [];
  for (const candidate of known) {
    const field = fields.find((one) => one.name === candidate);
    if (field) return field;
  }
  return (
    fields.find((field) => plain(field.name) === plain(name)) ??
    fields.find((field) => plain(field.label) === plain(name))
  );
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
    negativePrompt: fields.find(({ name }) => plain(name) === "negativeprompt"),
    width: size("width"),
    height: size("height"),
  };
}
