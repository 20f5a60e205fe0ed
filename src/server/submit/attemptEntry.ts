import type { ErrorBody } from "../../protocol/EaselError.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

const states = ["reserved", "sending", "taken", "refused", "lost"] as const;

/**
 * The state of an attempt in the store. Nothing has been sent while it is `reserved`. `refused`: the service took nothing,
 * so the attempt is free again. `lost`: the service may have taken it, and its answer was lost.
 */
export interface AttemptEntry {
  readonly v: 1;
  /** The submit that holds the attempt. Another one that takes it over has another owner. */
  readonly owner: string;
  /** The host's id for the job. A repeat of a refused attempt keeps it; absent where it may not be used again. */
  readonly id?: string | undefined;
  /** Fingerprint of model and input. */
  readonly asked: string;
  readonly state: (typeof states)[number];
  /** Start of the reservation, in milliseconds since 1970. */
  readonly at: number;
  /** With `taken`. */
  readonly ticket?: string;
  /** With `refused`, for the repeats that wait. Absent where only the store failed: then one of them sends it. */
  readonly refusal?: ErrorBody | undefined;
}

/** An entry that always has the job's id. */
export interface ReservedEntry extends AttemptEntry {
  readonly id: string;
}

function isAttemptEntry(value: unknown): value is AttemptEntry {
  const { v, owner, id, asked, state, at, ticket, refusal } = (value ??
    {}) as Partial<AttemptEntry>;
  return (
    v === 1 &&
    [owner, asked, id ?? ""].every((text) => typeof text === "string") &&
    states.some((known) => known === state) &&
    Number.isFinite(at) &&
    (state !== "taken" || typeof ticket === "string") &&
    (refusal === undefined || (typeof refusal.error === "string" && isErrorCode(refusal.code)))
  );
}

/** Reads an attempt's entry. Undefined when it is damaged or of another version. */
export function parseAttempt(text: string): AttemptEntry | undefined {
  const value = parseStoreEntry(text);
  return isAttemptEntry(value) ? value : undefined;
}
