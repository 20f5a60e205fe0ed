import type { Model } from "../../../models/defineModel.ts";
import { describeFields } from "../../../models/describeFields.ts";
import type { JobInput } from "../../internals/promptOf.ts";

const usualNames = ["image", "init_image", "input_image", "image_url"];

export function startImage(
  input: JobInput | undefined,
  model: Model | undefined,
): string | undefined {
  const own = model && describeFields(model).filter(({ kind }) => kind === "image");
  const names = own?.map(({ name }) => name) ?? usualNames;
  const values = names.map((name) => input?.[name]);
  return values.find((value): value is string => typeof value === "string" && value !== "");
}
