import type { Attempt, LedgerStorage } from "react-easel/client";

export const createAttempt = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: "sdxl-torch",
  scope: "form",
  input: { prompt: "a" },
  startedAt: 1,
  submit: "sent",
  detached: false,
  ...more,
});

export const result = { requestId: "r", images: [{ url: "https://files.test/a.png" }], body: {} };

export const createEnded = (attemptId: string, more: Partial<Attempt> = {}): Attempt =>
  createAttempt(attemptId, { submit: "taken", requestId: attemptId, result, endedAt: 2, ...more });

export const idsOf = (attempts: readonly Attempt[]): string[] =>
  attempts.map(({ attemptId }) => attemptId);

export const keysOf = (storage: LedgerStorage): string[] =>
  Array.from(storage.entries("") as Iterable<readonly [string, string]>, ([key]) => key);
