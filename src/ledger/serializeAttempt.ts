import * as z from "zod/v4-mini";
import type { JobResult } from "../protocol/wire.ts";
import type { Attempt } from "./attempt.ts";
import { attemptSchema } from "./attemptSchema.ts";
import { isShallow, parseStored } from "./parseStored.ts";
import { serializeErrors } from "./serializeErrors.ts";

const version = 1;

/** In characters of JSON: an image that is sent along as a data URL is longer, every setting and prompt shorter. */
const longestValue = 8_000;
const longestResult = 20_000;

const isShort = (value: unknown, longest: number): boolean =>
  isShallow(value) && (JSON.stringify(value)?.length ?? 0) <= longest;

/** Inline images are too large to keep, and a blob's address dies with its page: both are asked for again. */
function isKept(result: JobResult): boolean {
  const isFile = result.images.every(({ url }) => /^https?:/i.test(url));
  return isFile && isShort(result, longestResult);
}

/** A record as it is stored. Large values of the input are left out, with a mark; so is a result that can't be kept. */
export function serializeAttempt(record: Attempt): string {
  const { result, ...rest } = record;
  const entries = Object.entries(record.input);
  const large = entries.filter(([, value]) => !isShort(value, longestValue)).map(([name]) => name);
  const omitted = [...(record.omitted ?? []), ...large];
  return JSON.stringify({
    ...serializeErrors(rest),
    version,
    input: Object.fromEntries(entries.filter(([name]) => !large.includes(name))),
    ...(omitted.length > 0 ? { omitted } : {}),
    ...(result && !isKept(result) ? {} : { result }),
  });
}

/** Reads what `serializeAttempt` wrote: undefined if it is damaged. A text of another version is left to it. */
export function parseAttempt(text: string): Attempt | "other_version" | undefined {
  const { version: written, ...record } = (parseStored(text) ?? {}) as {
    readonly version?: unknown;
  };
  if (typeof written === "number" && written !== version) return "other_version";
  if (written !== version) return undefined;
  return z.safeParse(attemptSchema, record).data as Attempt | undefined;
}
