import { isAbsent } from "../backends/isAbsent.ts";
import { parseUrl } from "../http/parseUrl.ts";

function checkOrigin(given: unknown): string {
  const text = String(given);
  const url = text.includes("*") ? undefined : parseUrl(text);
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && /^https?:\/\/[^/?#@\\]+\/?$/i.test(text);
  if (isOrigin) return url.origin;
  throw new TypeError(
    `createHandler: allowedInputOrigins has "${text}", which is not an origin, so no image would be fetched from it. Write scheme, host and port only: "https://cdn.example.com", "http://minio:9000".`,
  );
}

/** @throws TypeError for an entry that isn't an http(s) origin */
export function checkInputOrigins(
  given: readonly (string | undefined)[] | undefined,
): ReadonlySet<string> {
  return new Set((given ?? []).filter((origin) => !isAbsent(origin)).map(checkOrigin));
}
