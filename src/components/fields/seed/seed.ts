import type { FieldDescriptor } from "../../../models/describeFields.ts";

/** Largest 15-digit seed. A JavaScript number represents every 15-digit integer exactly. */
const greatestSeed = 999_999_999_999_999;

export function randomSeedOf(field: FieldDescriptor): -1 | "" | undefined {
  if (field.default === -1 || (field.min !== undefined && field.min <= -1)) return -1;
  return field.default === undefined && !field.required ? "" : undefined;
}

/** Returns whether a seed can be stored as a number: the number is exact, or the schema rejects any larger seed. */
export function isHeldExactly(seed: number | string, { integer, max }: FieldDescriptor): boolean {
  return !Number.isInteger(seed) || Number.isSafeInteger(seed) || integer || max !== undefined;
}

export function seedRange({ min = 0, max = greatestSeed }: FieldDescriptor) {
  return { least: Math.max(min, 0), most: Math.min(max, greatestSeed) };
}

/** Returns the number in a text that contains exactly one. For example, returns `1234567` for `Seed: 1,234,567`. */
export function seedInText(text: string): string | undefined {
  const [, sign = "", digits] = /^[^\d-]*(-?)(\d[\d\s,_'’]*)[^\d]*$/u.exec(text) ?? [];
  return digits === undefined ? undefined : sign + digits.replaceAll(/\D/g, "");
}

export function newSeed(field: FieldDescriptor): number {
  const { least, most } = seedRange(field);
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  // Combines 53 random bits, the most that a number can hold exactly.
  const random = (high >>> 11) * 2 ** 32 + low;
  return least + (random % Math.max(most - least + 1, 1));
}
