import { refuse } from "./answers.ts";
import type { Service } from "./createService.ts";
import type { Route } from "./matchRoute.ts";

const wellFormed = /^SG_[0-9a-f]{16}$/i;

/**
 * Returns a refusal unless the key is valid. Refuses bearer tokens, because handlers must not forward users' tokens.
 */
function checkKey(headers: Headers, apiKeys: readonly string[] | undefined): Response | undefined {
  const key = headers.get("x-api-key");
  if (headers.has("authorization")) return refuse("key-invalid");
  if (key === null) return refuse("key-missing");
  const isValid = apiKeys ? apiKeys.includes(key) : wellFormed.test(key);
  return isValid ? undefined : refuse("key-invalid");
}

/** Checks the method, key, rate limit, and content type, in the service's order. Returns a refusal or undefined. */
export function admit(
  { apiKeys, rateLimit }: Pick<Service, "apiKeys" | "rateLimit">,
  request: Request,
  route: Route,
  now: number,
): Response | undefined {
  if (request.method !== route.verb) return refuse("wrong-verb");
  if (route.step === "file") return undefined;
  const refusal = checkKey(request.headers, apiKeys);
  if (refusal) return refusal;
  if (!rateLimit.admit(now)) return rateLimit.refusal(now);
  const type = request.headers.get("content-type") ?? "";
  return route.verb === "POST" && !/^application\/(\w+\+)?json\b/i.test(type)
    ? refuse("content-type")
    : undefined;
}
