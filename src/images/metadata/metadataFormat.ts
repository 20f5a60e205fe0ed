import { latin1Text, type Bytes } from "./joinBytes.ts";
import { readJpegText, writeJpegText } from "./jpegText.ts";
import { readPngText, writePngText } from "./pngText.ts";
import { readWebpText, writeWebpText } from "./webpText.ts";

/** Maximum size of a file's metadata text in bytes. Recipes are far smaller; hostile data can expand a thousandfold. */
export const maxTextBytes = 2_000_000;

export function metadataFormat(bytes: Bytes) {
  const start = latin1Text(bytes, 0, 12);
  if (start.startsWith("\u0089PNG\r\n\u001A\n")) return { read: readPngText, write: writePngText };
  if (start.startsWith("\u00FF\u00D8")) return { read: readJpegText, write: writeJpegText };
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
    return { read: readWebpText, write: writeWebpText };
  }
  return undefined;
}
