import { noObservations, type PollObservations } from "../../polling/pollObservations.ts";
import type { ErrorBody } from "../../protocol/EaselError.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";
import type { JobState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import { errorFromBody } from "../http/errorBody.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

export interface JobEntry {
  readonly record: BackendJob;
  /** By the shared clock. Absent once the job has ended. */
  readonly nextAt?: number | undefined;
  /** Milliseconds between the write and `nextAt`. */
  readonly waitMs?: number | undefined;
  /** The service didn't know the job. */
  readonly unknown?: boolean | undefined;
  /** Observations of the polls so far. */
  readonly observations?: PollObservations | undefined;
}

const version = 1;

const states: readonly JobState[] = ["queued", "processing", "completed", "failed"];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);

const isError = (value: unknown): boolean =>
  isObject(value) && typeof value["error"] === "string" && isErrorCode(value["code"]);

const isImages = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((image: unknown) => isObject(image) && typeof image["url"] === "string");

const isObservations = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(noObservations).every(([name, initial]) => typeof value[name] === typeof initial);

function isRecord(value: unknown, requestId: string): boolean {
  return (
    isObject(value) &&
    value["requestId"] === requestId &&
    states.some((state) => state === value["state"]) &&
    isOptional(value["error"], isError) &&
    isOptional(value["metrics"], isObject) &&
    isOptional(value["images"], isImages) &&
    isOptional(value["text"], (text) => typeof text === "string") &&
    isOptional(value["body"], isObject)
  );
}

export function serializeJobEntry({ observations, ...entry }: JobEntry): string {
  // The stored name is `looks`.
  return JSON.stringify({ v: version, ...entry, looks: observations });
}

/** Undefined when the entry is damaged, of another version or another job's. */
export function parseJobEntry(text: string, requestId: string): JobEntry | undefined {
  const value = parseStoreEntry(text);
  const isWhole =
    isObject(value) &&
    value["v"] === version &&
    isRecord(value["record"], requestId) &&
    isOptional(value["nextAt"], Number.isFinite) &&
    isOptional(value["waitMs"], Number.isFinite) &&
    isOptional(value["looks"], isObservations);
  if (!isWhole) return undefined;
  const {
    v: _,
    looks: observations,
    record,
    ...rest
  } = value as unknown as JobEntry & { readonly v: number; readonly looks?: PollObservations };
  const { error, ...fields } = record as BackendJob & { readonly error?: ErrorBody };
  return {
    ...rest,
    observations,
    record: error ? { ...fields, error: errorFromBody(error) } : fields,
  };
}
