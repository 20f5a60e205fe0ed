import { isAbsent } from "../backends/isAbsent.ts";
import type { HandlerOptions } from "./handlerOptions.ts";
import { optionError } from "./optionError.ts";

/** Returns the secrets that are set. An absent one isn't an error, so that an app builds without its environment. */
export function checkSecret(secret: HandlerOptions["secret"]): readonly string[] {
  const given: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const isLong = (text: unknown): text is string =>
    typeof text === "string" && new TextEncoder().encode(text).length >= 32;
  const secrets = given.filter((text) => !isAbsent(text));
  if (secrets.every(isLong)) return secrets;
  throw optionError(
    "secret is shorter than 32 bytes, so the ids that browsers get could be forged. Make one with `openssl rand -base64 32` and pass it from the server's environment.",
  );
}

export function checkAuthorize({ authorize, limits }: Partial<HandlerOptions>): void {
  if (authorize === "public") {
    if (Number.isFinite(Number(limits?.requestsPerMinute))) return;
    throw optionError(
      'authorize: "public" lets everybody spend your credits, so it needs a limit. Set limits: { requestsPerMinute: 60 }.',
    );
  }
  if (typeof authorize === "function") return;
  throw optionError(
    'authorize is missing, so users could not be distinguished. Pass a function that returns { userId }, or null for a visitor who isn\'t signed in. To let everybody in, write authorize: "public" and set limits.requestsPerMinute.',
  );
}
