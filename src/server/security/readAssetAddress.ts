import { parseUrl } from "../http/parseUrl.ts";

export function readAssetAddress(assetOrigins: readonly string[], route: URL): URL | undefined {
  const file = parseUrl(route.searchParams.get("url") ?? "");
  // A `blob:` URL has the origin of the page that created it, but refers to that page's memory.
  const isWeb = file?.protocol === "https:" || file?.protocol === "http:";
  const isPlain = isWeb && file.username === "" && file.password === "";
  return isPlain && assetOrigins.includes(file.origin) ? file : undefined;
}
