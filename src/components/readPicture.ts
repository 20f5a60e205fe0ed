import type { Client } from "../client/index.ts";
import { EaselError } from "../protocol/index.ts";

/** By hand, because a page's policy may forbid to fetch a data URL that it may show. */
function blobOfDataUrl(url: string): Blob {
  const comma = url.indexOf(",");
  const head = url.slice("data:".length, comma);
  const type = head.split(";")[0] ?? "";
  const body = url.slice(comma + 1);
  if (!head.endsWith(";base64")) return new Blob([decodeURIComponent(body)], { type });
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
}

/** Bytes that the page may read itself; undefined where the picture's host does not let it. */
async function fetchDirectly(url: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A picture's bytes, from where it is, else by way of the app's backend. Free.
 *
 * @throws EaselError when neither gives them.
 */
export async function readPicture(url: string, client: Client): Promise<Blob> {
  if (url.startsWith("data:")) return blobOfDataUrl(url);
  const direct = await fetchDirectly(url);
  if (direct) return direct;
  if (!client.getAsset) throw new EaselError("network");
  return client.getAsset(url);
}
