import type { JobResult } from "../protocol/index.ts";
import type { JobRecord } from "./jobRecord.ts";
import { packErrors, unpackErrors } from "./packErrors.ts";

const version = 1;

/** In characters of JSON: a picture that is sent along as a data URL is longer, every setting and prompt shorter. */
const longestValue = 8_000;
const longestResult = 20_000;

const lengthOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

/** Inline pictures are too large to keep, and a blob's address dies with its page: both are asked for again. */
function isKept(result: JobResult): boolean {
  const isFile = result.images.every(({ url }) => /^https?:/i.test(url));
  return isFile && lengthOf(result) <= longestResult;
}

/** A record as it is stored. Large values of the input are left out, with a mark; so is a result that can't be kept. */
export function recordToText(record: JobRecord): string {
  const { result, ...rest } = record;
  const entries = Object.entries(record.input);
  const large = entries.filter(([, value]) => lengthOf(value) > longestValue).map(([name]) => name);
  const omitted = [...(record.omitted ?? []), ...large];
  return JSON.stringify({
    ...packErrors(rest),
    version,
    input: Object.fromEntries(entries.filter(([name]) => !large.includes(name))),
    ...(omitted.length > 0 ? { omitted } : {}),
    ...(result && !isKept(result) ? {} : { result }),
  });
}

const submits = new Set<unknown>(["sent", "taken", "refused", "unknown"]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isRecord(value: Readonly<Record<string, unknown>>): boolean {
  const { attemptId, modelId, scope, input, startedAt, submit, result } = value;
  const isWhole = [attemptId, modelId, scope].every((word) => typeof word === "string");
  const isResult = result === undefined || (isObject(result) && Array.isArray(result["images"]));
  return (
    isWhole && isResult && isObject(input) && Number.isFinite(startedAt) && submits.has(submit)
  );
}

/** A record that was packed with `packErrors`; undefined for what is none. */
export function readRecord(value: unknown): JobRecord | undefined {
  return isObject(value) && isRecord(value)
    ? (unpackErrors({ detached: false, ...value }) as unknown as JobRecord)
    : undefined;
}

/** Reads what `recordToText` wrote: `corrupt` is of no use to anybody, `newer` is another version's and stays. */
export function recordFromText(text: string): JobRecord | "corrupt" | "newer" {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return "corrupt";
  }
  if (!isObject(parsed)) return "corrupt";
  const { version: written, ...record } = parsed;
  if (typeof written === "number" && written > version) return "newer";
  return readRecord(record) ?? "corrupt";
}
