import { pause } from "../timing/pause.ts";

/** Piece size, in bytes. It's a multiple of 3, so that pieces need no padding, and below engines' argument limits. */
const pieceBytes = 24_000;
/** Number of pieces to encode between pauses. Encoding this many pieces takes about 20 ms. */
const piecesAtOnce = 8;

async function encodeInPieces(bytes: Uint8Array): Promise<string> {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- pauses let other requests run
    if (pieces.length % piecesAtOnce === piecesAtOnce - 1) await pause(0);
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceBytes))));
  }
  return pieces.join("");
}

export async function encodeDataUrl(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  // Edge runtimes and browsers don't provide `Buffer`.
  const { Buffer } = globalThis as Partial<Pick<typeof globalThis, "Buffer">>;
  const base64 = Buffer
    ? Buffer.from(bytes).toString("base64")
    : await encodeInPieces(new Uint8Array(bytes));
  return `data:${file.type};base64,${base64}`;
}
