/** A multiple of three, so that no padding comes in between; and a call takes only so many arguments. */
const pieceBytes = 24_000;

/** A file as text, in any runtime. */
export async function toDataUrl(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceBytes))));
  }
  return `data:${file.type};base64,${pieces.join("")}`;
}
