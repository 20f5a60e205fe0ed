import { parseUrl } from "../server/http/parseUrl.ts";

function originOf(address: string | null): string | undefined {
  return address !== null && /^https?:/i.test(address) ? parseUrl(address)?.origin : undefined;
}

const firstOf = (list: string | null): string | undefined => list?.split(",", 1)[0]?.trim();

/** Returns the server's origin as the page sees it. Prefers `Referer`, because development proxies change the host. */
export function pageOrigin({ headers, url }: Request): string {
  const isSameOrigin = headers.get("sec-fetch-site") === "same-origin";
  const page = isSameOrigin ? originOf(headers.get("referer")) : undefined;
  const { protocol, host, origin } = new URL(url);
  const scheme = firstOf(headers.get("x-forwarded-proto")) ?? protocol.replace(":", "");
  const server = firstOf(headers.get("x-forwarded-host")) ?? headers.get("host") ?? host;
  return page ?? originOf(`${scheme}://${server}`) ?? origin;
}
