import type { Model } from "../../../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../../../models/describeFields.ts";

const strengthNames = new Set(["strength", "image_strength", "denoising_strength"]);

const isSet = ({ kind, fixed }: FieldDescriptor): boolean => kind !== "hidden" && !fixed;

/** Returns the fields of a model that variations of an image need. */
export function fieldsOf(model: Model) {
  const fields = describeFields(model);
  const byName = (name: string) => fields.find((field) => field.name === name && !field.fixed);
  return {
    image: fields.find(({ kind }) => kind === "image"),
    strength: fields.find((field) => strengthNames.has(field.name) && isSet(field)),
    subseed: byName("subseed"),
    subseedStrength: byName("subseed_strength"),
    seed: fields.find(({ kind, fixed }) => kind === "seed" && !fixed),
  };
}
