import type { Model } from "../defineModel.ts";
import { describeFields, type FieldDescriptor } from "../describeFields.ts";
import { writeInfotext, easelMarker, type RecipeSetting } from "./infotext.ts";
import { exactName } from "./parseRecipe.ts";
import { readRecipe } from "./readRecipe.ts";
import { nameOfField, promptAndSizeFields } from "./recipeNames.ts";

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const text = (value: unknown): string => (isScalar(value) ? String(value) : "");

/** Returns whether a value is a data URL, which is too long for metadata. */
const isFile = (value: unknown): boolean => typeof value === "string" && /^data:/i.test(value);

const isFree = (name: string): boolean =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,59}$/u.test(name) &&
  !["Model", "Size", "Schedule type", easelMarker.name, exactName].includes(name);

/**
 * Returns a recipe in Automatic1111's format, from which `readRecipe` restores the same input. Omits data URLs and
 * local fields.
 *
 * @example
 * await navigator.clipboard.writeText(writeRecipe(sdxlTorch, job.input));
 */
export function writeRecipe(model: Model, input: Readonly<Record<string, unknown>>): string {
  const fields = describeFields(model).filter(
    ({ name }) => input[name] !== undefined && !isFile(input[name]) && !model.local?.includes(name),
  );
  const { prompt, negativePrompt, width, height } = promptAndSizeFields(fields);
  const sides = width && height ? [width, height] : [];
  const separate = new Set([prompt, negativePrompt, ...sides]);
  const named = fields
    .filter((field) => !separate.has(field) && isScalar(input[field.name]))
    .map((field) => ({ name: nameOfField(fields, field), text: text(input[field.name]) }))
    .filter(({ name }) => isFree(name));
  const size = sides.map(({ name }) => text(input[name])).join("x");
  const pairs: readonly RecipeSetting[] = [
    // Other programs expect `Steps` first.
    ...named.filter(({ name }) => name === "Steps"),
    ...named.filter(({ name }) => name !== "Steps"),
    ...(size === "" ? [] : [{ name: "Size", text: size }]),
    { name: "Model", text: model.id },
  ];
  // Prompts are trimmed for other programs. The exact values, which only Easel reads, keep the whitespace.
  const trimmed = (field: FieldDescriptor | undefined): string =>
    text(field && input[field.name])
      .replaceAll("\r\n", "\n")
      .trim();
  const prompts = { prompt: trimmed(prompt), negativePrompt: trimmed(negativePrompt) };
  const plain = { ...prompts, pairs: [...pairs, easelMarker] };
  const read = readRecipe(writeInfotext(plain), [model])?.values ?? {};
  const isLost = ({ name }: FieldDescriptor): boolean =>
    JSON.stringify(read[name]) !== JSON.stringify(input[name]);
  // A prompt that looks like a recipe would be misread, so only the exact values contain it.
  const { prompt: readPrompt, negativePrompt: readNegative } = promptAndSizeFields(
    describeFields(model),
  );
  const arePromptsMisread = [readPrompt, readNegative].some(
    (field) => field && text(read[field.name]) !== trimmed(field),
  );
  const lost = fields.filter(
    (field) =>
      isLost(field) || (arePromptsMisread && (field === prompt || field === negativePrompt)),
  );
  if (lost.length === 0) return writeInfotext(plain);

  const exact = JSON.stringify(Object.fromEntries(lost.map(({ name }) => [name, input[name]])));
  return writeInfotext({
    ...(arePromptsMisread ? { prompt: "", negativePrompt: "" } : prompts),
    pairs: [...pairs, { name: exactName, text: exact }, easelMarker],
  });
}
