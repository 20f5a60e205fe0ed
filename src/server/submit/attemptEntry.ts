import type { ErrorBody } from "../../protocol/EaselError.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";

const states = ["reserved", "sending", "taken", "refused", "lost"] as const;

/**
 * Stored state of an attempt. `reserved`: nothing was sent. `refused`: the service accepted nothing, so it may be
 * sent again. `lost`: the service may have accepted it.
 */
export interface AttemptEntry {
  readonly v: 1;
  readonly owner: string;
  /** The host's id for the job. Kept after a refusal; absent where it may not be used again. */
  readonly id?: string | undefined;
  readonly asked: string;
  readonly state: (typeof states)[number];
  readonly at: number;
  readonly ticket?: string;
  /** With `refused`, for waiting repeats. Absent where only the store failed: one of them sends it then. */
  readonly refusal?: ErrorBody | undefined;
}

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

export function parseAttempt(text: string): AttemptEntry | undefined {
  const value = parseStoreEntry(text);
  return isAttemptEntry(value) ? value : undefined;
}
