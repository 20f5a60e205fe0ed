import { changeAttempt, type Attempt } from "./attempt.ts";
import type { Ledger, LedgerChange } from "./createLedger.ts";
import { serializeAttempt } from "./serializeAttempt.ts";

const outcomeFields = new Set<keyof Attempt>([
  "submit",
  "unsent",
  "requestId",
  "pageId",
  "error",
  "trouble",
  "result",
  "endedAt",
]);

/**
 * Merges the fields that another tab changed into this tab's version of an attempt. An accepted attempt stays accepted,
 * and a delivered result stays delivered.
 */
function mergeAttempts(own: Attempt, other: Attempt, changed: readonly (keyof Attempt)[]): Attempt {
  const isBehind = own.submit === "taken" && other.submit !== "taken";
  const fields = changed.filter(
    (name) => !(isBehind && outcomeFields.has(name)) && !(name === "delivered" && own.delivered),
  );
  return changeAttempt(own, Object.fromEntries(fields.map((name) => [name, other[name]])));
}

const mergedIds = new WeakMap<Ledger, Set<string>>();

/** Applies another tab's change. If both tabs changed the attempt, stores the merged version. */
export function receiveChange(ledger: Ledger, change: LedgerChange): void {
  const { attemptId, attempt, changed } = change;
  const own = ledger.list().find((one) => one.attemptId === attemptId);
  const merged = mergedIds.get(ledger) ?? new Set();
  mergedIds.set(ledger, merged);
  const known = own && attempt && changed ? mergeAttempts(own, attempt, changed) : attempt;
  if (
    attempt &&
    known &&
    known !== attempt &&
    serializeAttempt(known) !== serializeAttempt(attempt)
  ) {
    merged.add(attemptId);
  }
  ledger.receive({ attemptId, attempt: known }, merged.has(attemptId));
}
