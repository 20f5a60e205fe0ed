import type { FieldDescriptor } from "../../../models/describeFields.ts";

/** Fifteen digits, which a number holds exactly. */
const greatestSeed = 999_999_999_999_999;

/** Returns the value for a random seed, if the schema has one. */
export function randomSeedOf(field: FieldDescriptor): -1 | "" | undefined {
  if (field.default === -1 || (field.min !== undefined && field.min <= -1)) return -1;
  return field.default === undefined && !field.required ? "" : undefined;
}

/** Returns whether the seed equals the typed digits. Longer ones pass where the schema refuses them anyway. */
export function isHeldExactly(seed: number | string, { integer, max }: FieldDescriptor): boolean {
  return !Number.isInteger(seed) || Number.isSafeInteger(seed) || integer || max !== undefined;
}

/** Returns the range of exact seeds. */
export function seedRange({ min = 0, max = greatestSeed }: FieldDescriptor): {
  readonly least: number;
  readonly most: number;
} {
  return { least: Math.max(min, 0), most: Math.min(max, greatestSeed) };
}

/** Finds the seed in copied text such as `Seed: 1,234,567`; undefined unless there is exactly one number. */
export function seedInText(text: string): string | undefined {
  const [, sign = "", digits] = /^[^\d-]*(-?)(\d[\d\s,_'’]*)[^\d]*$/u.exec(text) ?? [];
  return digits === undefined ? undefined : sign + digits.replaceAll(/\D/g, "");
}

/** Returns a random seed within the field's limits. */
export function newSeed(field: FieldDescriptor): number {
  const { least, most } = seedRange(field);
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  // 53 bits, all that a number holds.
  const random = (high >>> 11) * 2 ** 32 + low;
  return least + (random % Math.max(most - least + 1, 1));
}
