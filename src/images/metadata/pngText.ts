import { copyChunks, maxChunks, type Chunk, type Chunks } from "./chunks.ts";
import { decodeText } from "./decodeText.ts";
import { readExif } from "./exifText.ts";
import { joinBytes, latin1Bytes, latin1Text, viewOf, type Bytes } from "./joinBytes.ts";
import { pngChunk } from "./pngChunk.ts";
import { inflate, spend, type TextBudget } from "./textBudget.ts";
import { readXmp } from "./xmpText.ts";

/** Keyword under which Automatic1111 stores recipes. */
const keyword = "parameters";
const xmpKey = "XML:com.adobe.xmp";
const xmpKeyword = xmpKey.toLowerCase();
/** Lowercase keywords of text chunks that may contain a recipe, most likely first. */
const keywords = [
  keyword,
  "prompt",
  "invokeai_metadata",
  "sd-metadata",
  // NovelAI writes its settings to `comment`, and only the prompt to `description`.
  "comment",
  "description",
  xmpKeyword,
];
const maxKeywordLength = 79;
const signatureLength = 8;
const isAscii = /^[\n\t\u0020-\u007E]*$/;

function readChunks(bytes: Bytes): Chunks {
  const chunks: Chunk[] = [];
  const view = viewOf(bytes);
  let start = signatureLength;
  while (start + 12 <= bytes.length && chunks.length < maxChunks) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    if (end > bytes.length) break;
    const type = latin1Text(bytes, start + 4, 4);
    chunks.push({ type, start, end, data: bytes.subarray(start + 8, end - 4) });
    start = end;
    if (type === "IEND") break;
  }
  return { chunks, isComplete: chunks[0]?.type === "IHDR" && chunks.at(-1)?.type === "IEND" };
}

const makeInternationalChunk = (key: string, text: string): Bytes =>
  pngChunk("iTXt", joinBytes(latin1Bytes(`${key}\0\0\0\0\0`), new TextEncoder().encode(text)));

/** Creates a tEXt chunk for ASCII, and an iTXt chunk for other text, because readers disagree on tEXt's encoding. */
function makeTextChunk(text: string): Bytes {
  return isAscii.test(text)
    ? pngChunk("tEXt", latin1Bytes(`${keyword}\0${text}`))
    : makeInternationalChunk(keyword, text);
}

interface TextChunk {
  readonly type: string;
  readonly key: string;
  readonly rest: Bytes;
}

function textChunk({ type, data }: Chunk): TextChunk | undefined {
  if (type !== "tEXt" && type !== "zTXt" && type !== "iTXt") return undefined;
  const end = data.subarray(0, maxKeywordLength + 1).indexOf(0);
  if (end === -1) return undefined;
  return { type, key: latin1Text(data, 0, end).toLowerCase(), rest: data.subarray(end + 1) };
}

const isOurs = (chunk: Chunk): boolean => textChunk(chunk)?.key === keyword;

/** Returns the text of an iTXt chunk. The text follows two flags, a language tag, and a translated keyword. */
function internationalText(rest: Bytes): Bytes {
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  return rest.subarray(translated === -1 ? rest.length : translated + 1);
}

async function readText({ type, rest }: TextChunk, budget: TextBudget): Promise<string> {
  const body = type === "iTXt" ? internationalText(rest) : rest.subarray(type === "zTXt" ? 1 : 0);
  const isCompressed = type === "zTXt" || (type === "iTXt" && rest[0] === 1);
  if (isCompressed) return decodeText(await inflate(body, budget));
  return spend(budget, body.length) ? decodeText(body) : "";
}

export async function readPngText(bytes: Bytes, budget: TextBudget): Promise<readonly string[]> {
  const { chunks } = readChunks(bytes);
  const textChunks = chunks.map(textChunk).filter((chunk) => chunk !== undefined);
  const texts: string[] = [];
  for (const wanted of keywords) {
    for (const chunk of textChunks.filter(({ key }) => key === wanted)) {
      // Texts are read sequentially, because they share the budget.
      const text = await readText(chunk, budget).catch(() => "");
      texts.push(...(wanted === xmpKeyword ? readXmp(text) : [text]));
    }
  }
  const exif = chunks.filter(({ type }) => type === "eXIf");
  return [...texts, ...exif.flatMap(({ data }) => readExif(data, budget))];
}

function replaceChunks(
  bytes: Bytes,
  isReplaced: (chunk: Chunk) => boolean,
  added: Bytes,
): Bytes | undefined {
  const { chunks, isComplete } = readChunks(bytes);
  const [header] = chunks;
  if (!isComplete || !header) return undefined;
  const kept = chunks.filter((chunk) => chunk !== header && !isReplaced(chunk));
  return joinBytes(bytes.subarray(0, header.end), added, ...copyChunks(bytes, kept));
}

export const writePngText = (bytes: Bytes, text: string): Bytes | undefined =>
  replaceChunks(bytes, isOurs, makeTextChunk(text));

const isXmp = (chunk: Chunk): boolean => textChunk(chunk)?.key === xmpKeyword;

export async function readPngXmp(bytes: Bytes, budget: TextBudget): Promise<string | undefined> {
  const chunk = readChunks(bytes).chunks.find(isXmp);
  const text = chunk && textChunk(chunk);
  return text && readText(text, budget);
}

export const writePngXmp = (bytes: Bytes, xmp: string): Bytes | undefined =>
  replaceChunks(bytes, isXmp, makeInternationalChunk(xmpKey, xmp));
