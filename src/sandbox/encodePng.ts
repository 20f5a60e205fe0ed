import { joinBytes, latin1Bytes, viewOf, type Bytes } from "../images/metadata/joinBytes.ts";
import { pngChunk } from "../images/metadata/pngChunk.ts";

const signature = latin1Bytes("\u0089PNG\r\n\u001A\n");
const trueColor = [8, 2];
/** PNG filter type Up: each byte is stored as its difference from the byte above it. */
const up = 2;

async function deflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function encodePng(width: number, height: number, pixels: Bytes): Promise<Bytes> {
  const header = new Uint8Array([...new Uint8Array(8), ...trueColor, 0, 0, 0]);
  viewOf(header).setUint32(0, width);
  viewOf(header).setUint32(4, height);
  const stride = width * 3;
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    rows[start] = up;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      rows[start + 1 + x] = (pixels[at] ?? 0) - (pixels[at - stride] ?? 0);
    }
  }
  return joinBytes(
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", await deflate(rows)),
    pngChunk("IEND", new Uint8Array()),
  );
}
