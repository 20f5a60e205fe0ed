import type { Client } from "../../../client/client.ts";
import { decodeDataUrl } from "../../../images/decodeDataUrl.ts";
import { EaselError } from "../../../protocol/EaselError.ts";

/** Fetches an image free of charge from its URL or, if that fails, from the backend. @throws EaselError if both fail */
export async function readImage(url: string, client: Client): Promise<Blob> {
  if (url.startsWith("data:")) {
    const inline = decodeDataUrl(url);
    if (inline) return inline;
    throw new EaselError("bad_answer");
  }
  const direct = await fetch(url)
    .then((response) => (response.ok ? response.blob() : undefined))
    // CORS may block the request.
    .catch(() => undefined);
  if (direct) return direct;
  if (!client.getAsset) throw new EaselError("network");
  return client.getAsset(url);
}
