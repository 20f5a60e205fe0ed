import * as z from "zod/v4/core";
import type { Model } from "../defineModel.ts";
import type { FieldDescriptor } from "../describeFields.ts";
import { findRecipeOption } from "./findRecipeOption.ts";

/** Characters. A number of more holds more digits than are kept. */
const longestNumber = 60;
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Returns whether the field's own schema takes a value. */
export function isTaken(model: Model, { name }: FieldDescriptor, value: unknown): boolean {
  const schema = model.input._zod.def.shape[name];
  return schema !== undefined && value !== undefined && z.safeParse(schema, value).success;
}

/** The digits of a decimal number without zeros around them, which two spellings of it share. */
const digitsOf = (text: string): string =>
  text.replace(/e.*$/i, "").replaceAll(/[^\d]/g, "").replace(/^0+/, "").replace(/0+$/, "");

/** Returns whether a number holds every digit of its text. Some programs write a tenth as `0.10000000000000001`. */
function holdsDigits(number: number, text: string): boolean {
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return false;
  const digits = digitsOf(text);
  return digits === digitsOf(String(number)) || digits === digitsOf(number.toPrecision(17));
}

/** All that a text could mean; a number only where every digit of it is held. */
function readings(text: string): readonly unknown[] {
  const number = text.length <= longestNumber && decimal.test(text) ? Number(text) : undefined;
  const isHeld = number !== undefined && Number.isFinite(number) && holdsDigits(number, text);
  const truth = { true: true, false: false }[text.toLowerCase()];
  return [...(isHeld ? [number] : []), ...(truth === undefined ? [] : [truth])];
}

/**
 * What a recipe's text says in a field's terms; undefined where the field's schema takes nothing of it. Of a list only what
 * is known is taken, also where any text would be.
 */
export function recipeValue(model: Model, field: FieldDescriptor, text: string): unknown {
  const { kind, options } = field;
  if (options) {
    const known = findRecipeOption(options, text)?.value;
    if (known !== undefined) return isTaken(model, field, known) ? known : undefined;
    if (field.open) return undefined;
  }
  const isText = kind === "text" || kind === "prompt" || kind === "image";
  const meanings = isText ? [text, ...readings(text)] : [...readings(text), text];
  return meanings.find((meaning) => isTaken(model, field, meaning));
}
