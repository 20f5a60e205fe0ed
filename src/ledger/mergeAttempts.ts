import type { Attempt } from "./attempt.ts";

/** What to change in a record; `undefined` takes a field out. */
export type AttemptChange = { readonly [K in keyof Attempt]?: Attempt[K] | undefined };

/** What says how far a run has come. */
const progress = new Set<keyof Attempt>([
  "submit",
  "unsent",
  "requestId",
  "pageId",
  "error",
  "trouble",
  "result",
  "endedAt",
]);

/** The same record with some of its fields as given; a field that is given as undefined is taken out. */
export function changeAttempt(record: Attempt, change: AttemptChange): Attempt {
  const entries = Object.entries({ ...record, ...change, attemptId: record.attemptId });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Attempt;
}

/** What two tabs know together: what the other one has changed, but never that a job was not taken that was. */
export function mergeAttempts(
  own: Attempt,
  other: Attempt,
  changed: readonly (keyof Attempt)[],
): Attempt {
  const isBehind = own.submit === "taken" && other.submit !== "taken";
  const fields = changed.filter(
    // What was delivered once stays delivered.
    (name) => !(isBehind && progress.has(name)) && !(name === "delivered" && own.delivered),
  );
  return changeAttempt(own, Object.fromEntries(fields.map((name) => [name, other[name]])));
}
