import { latin1Text, type Bytes } from "./joinBytes.ts";
import { readJpegText, readJpegXmp, writeJpegText, writeJpegXmp } from "./jpegText.ts";
import { readPngText, readPngXmp, writePngText, writePngXmp } from "./pngText.ts";
import { readWebpText, readWebpXmp, writeWebpText, writeWebpXmp } from "./webpText.ts";

/** Maximum size of a file's metadata text in bytes. Recipes are far smaller; hostile data can expand a thousandfold. */
export const maxTextBytes = 2_000_000;

const png = { read: readPngText, write: writePngText, readXmp: readPngXmp, writeXmp: writePngXmp };
const jpeg = {
  read: readJpegText,
  write: writeJpegText,
  readXmp: readJpegXmp,
  writeXmp: writeJpegXmp,
};
const webp = {
  read: readWebpText,
  write: writeWebpText,
  readXmp: readWebpXmp,
  writeXmp: writeWebpXmp,
};

export function metadataFormat(bytes: Bytes) {
  const start = latin1Text(bytes, 0, 12);
  if (start.startsWith("\u0089PNG\r\n\u001A\n")) return png;
  if (start.startsWith("\u00FF\u00D8")) return jpeg;
  return start.startsWith("RIFF") && start.endsWith("WEBP") ? webp : undefined;
}
