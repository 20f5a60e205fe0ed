import type { Model } from "../defineModel.ts";
import { describeFields, type FieldDescriptor } from "../describeFields.ts";
import { writeInfotext, writtenByEasel, type Pair } from "./infotext.ts";
import { readRecipe } from "./readRecipe.ts";
import { nameOfField, wordFields } from "./recipeNames.ts";
import { exactName } from "./writtenRecipe.ts";

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const text = (value: unknown): string => (isScalar(value) ? String(value) : "");

/** Data URLs are too long for metadata. */
const isFile = (value: unknown): boolean => typeof value === "string" && /^data:/i.test(value);

const isFree = (name: string): boolean =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,59}$/u.test(name) &&
  !["Model", "Size", "Schedule type", writtenByEasel.name, exactName].includes(name);

/**
 * Writes Automatic1111's format, with a JSON suffix for values that it can't hold. `readRecipe`
 * restores the same input. Omits images given as files (`data:` URLs) and local fields.
 *
 * @example
 * await navigator.clipboard.writeText(writeRecipe(sdxlTorch, job.input));
 */
export function writeRecipe(model: Model, input: Readonly<Record<string, unknown>>): string {
  const fields = describeFields(model).filter(
    ({ name }) => input[name] !== undefined && !isFile(input[name]) && !model.local?.includes(name),
  );
  const { prompt, negativePrompt, width, height } = wordFields(fields);
  const sides = width && height ? [width, height] : [];
  const apart = new Set([prompt, negativePrompt, ...sides]);
  const own = fields
    .filter((field) => !apart.has(field) && isScalar(input[field.name]))
    .map((field) => ({ name: nameOfField(fields, field), text: text(input[field.name]) }))
    .filter(({ name }) => isFree(name));
  const size = sides.map(({ name }) => text(input[name])).join("x");
  const pairs: readonly Pair[] = [
    // Other programs expect `Steps` first.
    ...own.filter(({ name }) => name === "Steps"),
    ...own.filter(({ name }) => name !== "Steps"),
    ...(size === "" ? [] : [{ name: "Size", text: size }]),
    { name: "Model", text: model.id },
  ];
  // Trimmed for other programs; exact values keep the whitespace.
  const spoken = (field: FieldDescriptor | undefined): string =>
    text(field && input[field.name])
      .replaceAll("\r\n", "\n")
      .trim();
  const words = { prompt: spoken(prompt), negativePrompt: spoken(negativePrompt) };
  const plain = { ...words, pairs: [...pairs, writtenByEasel] };
  const read = readRecipe(writeInfotext(plain), [model])?.values ?? {};
  const isLost = ({ name }: FieldDescriptor): boolean =>
    JSON.stringify(read[name]) !== JSON.stringify(input[name]);
  // A prompt that looks like a recipe would be read as one.
  const { prompt: readPrompt, negativePrompt: readNegative } = wordFields(describeFields(model));
  const areWordsMisread = [readPrompt, readNegative].some(
    (field) => field && text(read[field.name]) !== spoken(field),
  );
  const lost = fields.filter(
    (field) => isLost(field) || (areWordsMisread && (field === prompt || field === negativePrompt)),
  );
  if (lost.length === 0) return writeInfotext(plain);

  const exact = JSON.stringify(Object.fromEntries(lost.map(({ name }) => [name, input[name]])));
  return writeInfotext({
    ...(areWordsMisread ? { prompt: "", negativePrompt: "" } : words),
    pairs: [...pairs, { name: exactName, text: exact }, writtenByEasel],
  });
}
