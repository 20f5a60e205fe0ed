import { cachedBy } from "../cachedBy.ts";
import type { FieldDescriptor } from "../describeFields.ts";

const knownNames: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ["Steps", ["num_inference_steps", "inference_steps", "steps"]],
  ["Sampler", ["scheduler", "sampler", "sampler_name"]],
  ["CFG scale", ["guidance_scale", "cfg_scale", "guidance", "cfg"]],
  ["Seed", ["seed"]],
  ["Denoising strength", ["strength", "denoising_strength"]],
  ["Refiner", ["refiner"]],
  ["Refiner switch at", ["high_noise_fraction", "refiner_start"]],
];

/** Normalizes a name so that `CFG scale`, `cfg_scale`, and `cfgScale` become equal. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "");

/** Maps normalized names to fields. Other programs' names take precedence, followed by field names, then labels. */
const indexOf = cachedBy((fields: readonly FieldDescriptor[]) => {
  const index = new Map<string, FieldDescriptor>();
  const add = (name: string, field: FieldDescriptor | undefined): void => {
    if (field && !index.has(plainName(name))) index.set(plainName(name), field);
  };
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (const [name, candidates] of knownNames) {
    for (const candidate of candidates) add(name, byName.get(candidate));
  }
  for (const field of fields) add(field.name, field);
  for (const field of fields) add(field.label, field);
  return index;
});

export function fieldOfName(
  fields: readonly FieldDescriptor[],
  name: string,
): FieldDescriptor | undefined {
  return indexOf(fields).get(plainName(name));
}

export function nameOfField(fields: readonly FieldDescriptor[], field: FieldDescriptor): string {
  const known = knownNames.find(([name]) => fieldOfName(fields, name) === field);
  return known?.[0] ?? field.name;
}

export function promptAndSizeFields(fields: readonly FieldDescriptor[]) {
  const size = (side: string) =>
    fields.find(({ kind, name }) => kind === "size" && name.endsWith(side));
  return {
    prompt: fields.find(({ kind }) => kind === "prompt"),
    negativePrompt: fields.find(({ name }) => plainName(name) === "negativeprompt"),
    width: size("width"),
    height: size("height"),
  };
}
