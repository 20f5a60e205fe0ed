import * as z from "zod/v4-mini";
import type { JobResult } from "../protocol/wire.ts";
import type { Attempt } from "./attempt.ts";
import { attemptSchema } from "./attemptSchema.ts";
import { serializeErrors } from "./errorSchema.ts";
import { isShallow, parseStored } from "./parseStored.ts";

const version = 1;

/** Maximum length of a stored input value, in characters. Prompts and settings are shorter, most data URLs longer. */
const maxValueLength = 8_000;
const maxResultLength = 20_000;

const isShort = (value: unknown, maxLength: number): boolean =>
  isShallow(value) && (JSON.stringify(value)?.length ?? 0) <= maxLength;

/** Returns the names of the values that are too large to store. */
export const largeNames = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(values)
    .filter(([, value]) => !isShort(value, maxValueLength))
    .map(([name]) => name);

/** Returns whether to store a result. Inline images are too large and blob URLs expire, so both are loaded again. */
function isStorable(result: JobResult): boolean {
  const isFile = result.images.every(({ url }) => /^https?:/i.test(url));
  return isFile && isShort(result, maxResultLength);
}

/** Serializes an attempt. Omits unstorable results and large input values, whose names are added to `omitted`. */
export function serializeAttempt(attempt: Attempt): string {
  const { input, omitted = [], result } = attempt;
  const large = largeNames(input);
  const allOmitted = [...omitted, ...large];
  return JSON.stringify({
    ...serializeErrors(attempt),
    version,
    input: Object.fromEntries(Object.entries(input).filter(([name]) => !large.includes(name))),
    omitted: allOmitted.length > 0 ? allOmitted : undefined,
    result: result && isStorable(result) ? result : undefined,
  });
}

export function deserializeAttempt(text: string): Attempt | "other_version" | undefined {
  const { version: written, ...attempt } = (parseStored(text) ?? {}) as {
    readonly version?: unknown;
  };
  if (typeof written === "number" && written !== version) return "other_version";
  if (written !== version) return undefined;
  return z.safeParse(attemptSchema, attempt).data as Attempt | undefined;
}
