import type { Attempt } from "./attempt.ts";

/** `undefined` deletes a field. */
export type AttemptChange = { readonly [K in keyof Attempt]?: Attempt[K] | undefined };

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

export function changeAttempt(attempt: Attempt, change: AttemptChange): Attempt {
  const entries = Object.entries({ ...attempt, ...change, attemptId: attempt.attemptId });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Attempt;
}

/** Merges another tab's changes. An accepted attempt stays accepted, and a delivered result stays delivered. */
export function mergeAttempts(
  own: Attempt,
  other: Attempt,
  changed: readonly (keyof Attempt)[],
): Attempt {
  const isBehind = own.submit === "taken" && other.submit !== "taken";
  const fields = changed.filter(
    (name) => !(isBehind && outcomeFields.has(name)) && !(name === "delivered" && own.delivered),
  );
  return changeAttempt(own, Object.fromEntries(fields.map((name) => [name, other[name]])));
}
