import { crc32 } from "./crc32.ts";
import { joinBytes, letters, lettersAt, viewOf, type Bytes } from "./joinBytes.ts";

/** The keyword under which Automatic1111 and its kin keep a recipe. */
const keyword = "parameters";
const signatureLength = 8;
const isLatin = /^[\n\t\u0020-\u007E\u00A0-\u00FF]*$/;

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly data: Bytes;
}

/** The chunks in their order; undefined when they don't add up to a file. */
function readChunks(bytes: Bytes): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  const view = viewOf(bytes);
  let start = signatureLength;
  while (start + 12 <= bytes.length) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    if (end > bytes.length) return undefined;
    const type = lettersAt(bytes, start + 4, 4);
    chunks.push({ type, start, end, data: bytes.subarray(start + 8, end - 4) });
    start = end;
    if (type === "IEND") break;
  }
  return chunks[0]?.type === "IHDR" && chunks.at(-1)?.type === "IEND" ? chunks : undefined;
}

function makeChunk(type: string, data: Bytes): Bytes {
  const chunk = joinBytes(new Uint8Array(4), letters(type), data, new Uint8Array(4));
  const view = viewOf(chunk);
  view.setUint32(0, data.length);
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, chunk.length - 4)));
  return chunk;
}

/** As the format wants it: Latin-1 in the plain kind of chunk, all other scripts in the international one. */
function textChunk(text: string): Bytes {
  return isLatin.test(text)
    ? makeChunk("tEXt", letters(`${keyword}\0${text}`))
    : makeChunk("iTXt", joinBytes(letters(`${keyword}\0\0\0\0\0`), new TextEncoder().encode(text)));
}

const isOurs = ({ type, data }: Chunk): boolean =>
  /^[tiz][TEX]{2}t$/i.test(type) && lettersAt(data, 0, keyword.length + 1) === `${keyword}\0`;

async function inflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function readChunk({ type, data }: Chunk): Promise<string> {
  const rest = data.subarray(keyword.length + 1);
  if (type === "tEXt") return new TextDecoder("latin1").decode(rest);
  if (type === "zTXt") return new TextDecoder("latin1").decode(await inflate(rest.subarray(1)));
  const isPacked = rest[0] === 1;
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  const body = translated === -1 ? rest.subarray(rest.length) : rest.subarray(translated + 1);
  return new TextDecoder().decode(isPacked ? await inflate(body) : body);
}

/** The recipe in a PNG, in each of its chunks that may hold one. */
export async function readPngText(bytes: Bytes): Promise<readonly string[]> {
  const found = (readChunks(bytes) ?? []).filter(isOurs);
  const texts = await Promise.all(found.map((chunk) => readChunk(chunk).catch(() => "")));
  return texts;
}

/** The same picture with a recipe, in place of one that it had; undefined when it can't be read as a PNG. */
export function writePngText(bytes: Bytes, text: string): Bytes | undefined {
  const chunks = readChunks(bytes);
  const header = chunks?.[0];
  if (!chunks || !header) return undefined;
  const kept = chunks.filter((chunk) => chunk !== header && !isOurs(chunk));
  return joinBytes(
    bytes.subarray(0, header.end),
    textChunk(text),
    ...kept.map(({ start, end }) => bytes.subarray(start, end)),
  );
}
