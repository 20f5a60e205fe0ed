import * as z from "zod/v4/core";
import type { Model } from "../defineModel.ts";
import type { FieldDescriptor } from "../describeFields.ts";
import { findRecipeOption } from "./findRecipeOption.ts";

/** Maximum length of a number, in characters. Longer numbers would lose digits. */
const maxNumberLength = 60;
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

export function isValid(model: Model, { name }: FieldDescriptor, value: unknown): boolean {
  const schema = model.input._zod.def.shape[name];
  return schema !== undefined && value !== undefined && z.safeParse(schema, value).success;
}

const digitsOf = (text: string): string =>
  text.replace(/e.*$/i, "").replaceAll(/[^\d]/g, "").replace(/^0+/, "").replace(/0+$/, "");

/** Returns whether a number preserves all digits of its text. Some programs write 0.1 as `0.10000000000000001`. */
function holdsDigits(number: number, text: string): boolean {
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return false;
  const digits = digitsOf(text);
  return digits === digitsOf(String(number)) || digits === digitsOf(number.toPrecision(17));
}

function readings(text: string): readonly unknown[] {
  const number = text.length <= maxNumberLength && decimal.test(text) ? Number(text) : undefined;
  const isHeld = number !== undefined && Number.isFinite(number) && holdsDigits(number, text);
  const truth = { true: true, false: false }[text.toLowerCase()];
  return [...(isHeld ? [number] : []), ...(truth === undefined ? [] : [truth])];
}

/** Reads a field's value from text. Returns undefined for invalid text. Even open lists accept only known options. */
export function recipeValue(model: Model, field: FieldDescriptor, text: string): unknown {
  const { kind, options } = field;
  if (options) {
    const known = findRecipeOption(options, text)?.value;
    if (known !== undefined) return isValid(model, field, known) ? known : undefined;
    if (field.open) return undefined;
  }
  const isText = kind === "text" || kind === "prompt" || kind === "image";
  const meanings = isText ? [text, ...readings(text)] : [...readings(text), text];
  return meanings.find((meaning) => isValid(model, field, meaning));
}
