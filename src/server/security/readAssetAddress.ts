import { parseUrl } from "../http/parseUrl.ts";

export function readAssetAddress(assetOrigins: readonly string[], route: URL): URL | undefined {
  const file = parseUrl(route.searchParams.get("url") ?? "");
  // A blob: address has the origin of the page that created it, and leads to that page's memory.
  const isWeb = file?.protocol === "https:" || file?.protocol === "http:";
  const isPlain = isWeb && file.username === "" && file.password === "";
  return isPlain && assetOrigins.includes(file.origin) ? file : undefined;
}
