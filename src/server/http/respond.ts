import type { EaselError } from "../../protocol/EaselError.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import { errorBody } from "./errorBody.ts";

export const safeHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
} as const;

const bodyText = Symbol("body text");

export function textOf(response: Response & { readonly [bodyText]?: string }): string | undefined {
  return response.bodyUsed ? undefined : response[bodyText];
}

interface AnswerInit {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export function textResponse(text: string, { status = 200, headers }: AnswerInit = {}): Response {
  const response = new Response(text, {
    status,
    headers: { ...safeHeaders, "content-type": "application/json", ...headers },
  });
  return Object.assign(response, { [bodyText]: text });
}

export function jsonResponse(
  body: Readonly<Record<string, unknown>>,
  init: AnswerInit = {},
): Response {
  return textResponse(JSON.stringify(body), init);
}

const secondMs = 1_000;
const hourMs = 3_600_000;

/** Returns a header with the wait in milliseconds. Unlike a timestamp, a wait doesn't depend on the browser's clock. */
export function retryAfterMs(waitMs: number): Readonly<Record<string, string>> {
  return { "retry-after-ms": String(Math.min(hourMs, Math.max(0, Math.ceil(waitMs)))) };
}

export function errorResponse(
  error: EaselError,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status } = errorTable[error.code];
  const now = Date.now();
  // If the error has no retry time, a 429 suggests waiting 10 seconds, because service rate limits are per minute.
  const named = error.retryAt ?? (status === 429 ? now + 10 * secondMs : undefined);
  const body = { ...more, ...errorBody(error) };
  if (named === undefined) return jsonResponse(body, { status, headers });
  const waitMs = Math.min(hourMs, Math.max(secondMs, named - now));
  const seconds = String(Math.ceil(waitMs / secondMs));
  const isLimit = status === 429 || status === 503;
  const waiting = { ...retryAfterMs(waitMs), ...(isLimit ? { "retry-after": seconds } : {}) };
  return jsonResponse(
    { ...body, retryAt: now + waitMs },
    { status, headers: { ...headers, ...waiting } },
  );
}
