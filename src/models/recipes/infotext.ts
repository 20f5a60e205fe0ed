import { parseJson } from "./jsonMembers.ts";

export interface Pair {
  /** Automatic1111's name, if any. */
  readonly name: string;
  readonly text: string;
  /** The recipe's own name. */
  readonly written?: string | undefined;
  /** From JSON. */
  readonly value?: unknown;
}

export interface Infotext {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly pairs: readonly Pair[];
}

/** Other programs write their version here. */
export const writtenByEasel: Pair = { name: "Version", text: "Easel" };

/** Two of these make a recipe. */
const tellingNames = new Set([
  "steps",
  "sampler",
  "cfg scale",
  "seed",
  "size",
  "model",
  "model hash",
  "schedule type",
  "clip skip",
]);

const negativeMark = "Negative prompt:";
const longestName = 60;
const nameAtStart = /^[\p{L}\p{N}_][^:,"\n]{0,59}$/u;
const isBlank = (sign: string): boolean => sign === " " || /^\s$/.test(sign);
const noPairs: readonly Pair[] = [];

function quotedEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\") at += 1;
    else if (sign === '"') return at + 1;
  }
  return undefined;
}

/** Some programs write JSON without quotes. */
function bracketEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') at = (quotedEnd(text, at) ?? text.length) - 1;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text.charAt(at))) at += 1;
  return at;
}

/**
 * Unclosed quotes and brackets are plain text. Reads a line at most twice in search of ends, to
 * take linear time.
 */
function createValueEnd(line: string): (start: number) => number {
  let spare = line.length * 2;
  return (start) => {
    const comma = line.indexOf(",", start);
    const plain = comma === -1 ? line.length : comma;
    const sign = line.charAt(start);
    const isQuoted = sign === '"';
    if (spare <= 0 || !(isQuoted || sign === "[" || sign === "{")) return plain;
    const end = isQuoted ? quotedEnd(line, start) : bracketEnd(line, start);
    const next = skipBlanks(line, end ?? line.length);
    const isWhole = next === line.length || line.charAt(next) === ",";
    if (end !== undefined && isWhole) return end;
    spare -= next - start;
    return plain;
  };
}

function unquote(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text;
  const value = parseJson(text);
  return typeof value === "string" ? value : text;
}

function readName(line: string, start: number): { readonly name: string; readonly end: number } {
  const from = skipBlanks(line, start);
  const head = line.slice(from, from + longestName + 1);
  const colon = head.indexOf(":");
  const name = colon === -1 ? "" : head.slice(0, colon);
  return nameAtStart.test(name)
    ? { name: name.trim(), end: skipBlanks(line, from + colon + 1) }
    : { name: "", end: start };
}

/** Text without a name belongs to the previous value. */
function readPairs(line: string): readonly Pair[] {
  const valueEnd = createValueEnd(line);
  const pairs: { readonly name: string; readonly texts: string[] }[] = [];
  let at = 0;
  while (at < line.length) {
    const { name, end: start } = readName(line, at);
    const end = valueEnd(start);
    const text = line.slice(start, end).trim();
    if (name !== "") pairs.push({ name, texts: [unquote(text)] });
    else if (text !== "") {
      const last = pairs.at(-1);
      if (!last) return noPairs;
      last.texts.push(text);
    }
    at = line.indexOf(",", end);
    if (at === -1) break;
    at += 1;
  }
  return pairs.map(({ name, texts }) => ({ name, text: texts.join(", ") }));
}

export const isMark = ({ name, text }: Pair): boolean =>
  name === writtenByEasel.name && text === writtenByEasel.text;

function isRecipeLine(pairs: readonly Pair[]): boolean {
  const telling = new Set(
    pairs.map(({ name }) => name.toLowerCase()).filter((name) => tellingNames.has(name)),
  );
  return pairs.some(isMark) || (pairs.length > 2 && telling.size > 1);
}

/**
 * Reads Automatic1111's format: prompt, negative prompt, and a line of `Name: text` pairs. Takes
 * linear time.
 */
export function readInfotext(text: string): Infotext | undefined {
  const lines = text.replaceAll("\r\n", "\n").trim().split("\n");
  const read = lines.map((line) => (line.includes(":") ? readPairs(line) : noPairs));
  const at = read.findLastIndex(isRecipeLine);
  if (at === -1) return undefined;
  const words = lines.slice(0, at);
  // Metadata viewers print the key first.
  if (words[0]?.trim() === "parameters") words.shift();
  const mark = words.findIndex((line) => line.trimStart().startsWith(negativeMark));
  const negative = mark === -1 ? [] : words.splice(mark);
  return {
    prompt: words.join("\n").trim(),
    negativePrompt: negative.join("\n").trimStart().slice(negativeMark.length).trim(),
    pairs: read.slice(at).flat(),
  };
}

function quote(text: string): string {
  return text === "" || text !== text.trim() || /[,:"\n\r[{]/.test(text)
    ? JSON.stringify(text)
    : text;
}

/** Can't represent every value: check with `readInfotext`. */
export function writeInfotext({ prompt, negativePrompt, pairs }: Infotext): string {
  const lines = [
    ...(prompt === "" ? [] : [prompt]),
    ...(negativePrompt === "" ? [] : [`${negativeMark} ${negativePrompt}`]),
    pairs.map(({ name, text }) => `${name}: ${quote(text)}`).join(", "),
  ];
  return lines.join("\n");
}
