import { crc32 } from "./crc32.ts";
import { joinBytes, latin1Bytes, viewOf, type Bytes } from "./joinBytes.ts";

/** Returns a chunk of a PNG file: its length, type, data and checksum. */
export function pngChunk(type: string, data: Bytes): Bytes {
  const chunk = joinBytes(new Uint8Array(4), latin1Bytes(type), data, new Uint8Array(4));
  const view = viewOf(chunk);
  view.setUint32(0, data.length);
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, chunk.length - 4)));
  return chunk;
}
