import type { Answer } from "../protocol/answer.ts";
import type { Credits } from "./client.ts";

const isAmount = (value: unknown): value is number => Number.isFinite(value);

export function readCredits({ status, body }: Answer): Credits | undefined {
  if (status !== 200 || typeof body !== "object" || body === null) return undefined;
  const { credits, "free-credits": freeCredits } = body as Readonly<Record<string, unknown>>;
  if (!isAmount(credits)) return undefined;
  return { credits, ...(isAmount(freeCredits) ? { freeCredits } : {}) };
}
