import { parseJson } from "../../protocol/parseJson.ts";
import { stringEnd } from "./jsonMembers.ts";
import { settingName } from "./mayBeRecipe.ts";

export interface RecipeSetting {
  /** Automatic1111's name for the setting, if there is one. */
  readonly name: string;
  readonly text: string;
  readonly written?: string | undefined;
  readonly value?: unknown;
}

export interface Infotext {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly pairs: readonly RecipeSetting[];
}

/** Setting that marks a recipe as written by Easel. Other programs store their version number in this setting. */
export const easelMarker: RecipeSetting = { name: "Version", text: "Easel" };

const typicalName = new RegExp(`^${settingName}$`);

const negativePrefix = "Negative prompt:";
const maxNameLength = 60;
const nameAtStart = /^[\p{L}\p{N}_][^:,"\n]{0,59}$/u;
const isBlank = (char: string): boolean => char === " " || /^\s$/.test(char);
const noPairs: readonly RecipeSetting[] = [];

/** Returns the index after a JSON array or object. Some programs write these values without quotes. */
function bracketEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') at = (stringEnd(text, at) ?? text.length) - 1;
    else if (char === "[" || char === "{") depth += 1;
    else if (char === "]" || char === "}") {
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

/** Creates a function that finds a value's end, in linear time overall. Unclosed quotes and brackets count as text. */
function createValueEnd(line: string): (start: number) => number {
  let budget = line.length * 2;
  return (start) => {
    const comma = line.indexOf(",", start);
    const plain = comma === -1 ? line.length : comma;
    const char = line.charAt(start);
    const isQuoted = char === '"';
    if (budget <= 0 || !(isQuoted || char === "[" || char === "{")) return plain;
    const end = isQuoted ? stringEnd(line, start) : bracketEnd(line, start);
    const next = skipBlanks(line, end ?? line.length);
    const isFollowedByEnd = next === line.length || line.charAt(next) === ",";
    if (end !== undefined && isFollowedByEnd) return end;
    budget -= next - start;
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
  const head = line.slice(from, from + maxNameLength + 1);
  const colon = head.indexOf(":");
  const name = colon === -1 ? "" : head.slice(0, colon);
  return nameAtStart.test(name)
    ? { name: name.trim(), end: skipBlanks(line, from + colon + 1) }
    : { name: "", end: start };
}

/** Returns the `Name: text` pairs in a line. Text without a name is added to the previous pair's text. */
function readPairs(line: string): readonly RecipeSetting[] {
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

export const isEaselMarker = ({ name, text }: RecipeSetting): boolean =>
  name === easelMarker.name && text === easelMarker.text;

function isRecipeLine(pairs: readonly RecipeSetting[]): boolean {
  const typical = new Set(
    pairs.map(({ name }) => name.toLowerCase()).filter((name) => typicalName.test(name)),
  );
  return pairs.some(isEaselMarker) || (pairs.length > 2 && typical.size > 1);
}

/** Reads prompts and a line of `Name: text` pairs. Returns undefined if there is no such line. Takes linear time. */
export function readInfotext(text: string): Infotext | undefined {
  const lines = text.replaceAll("\r\n", "\n").trim().split("\n");
  const read = lines.map((line) => (line.includes(":") ? readPairs(line) : noPairs));
  const at = read.findLastIndex(isRecipeLine);
  if (at === -1) return undefined;
  const promptLines = lines.slice(0, at);
  // Text copied from a metadata viewer may start with the keyword of the PNG chunk.
  if (promptLines[0]?.trim() === "parameters") promptLines.shift();
  const negativeStart = promptLines.findIndex((line) =>
    line.trimStart().startsWith(negativePrefix),
  );
  const negative = negativeStart === -1 ? [] : promptLines.splice(negativeStart);
  return {
    prompt: promptLines.join("\n").trim(),
    negativePrompt: negative.join("\n").trimStart().slice(negativePrefix.length).trim(),
    pairs: read.slice(at).flat(),
  };
}

function quote(text: string): string {
  return text === "" || text !== text.trim() || /[,:"\n\r[{]/.test(text)
    ? JSON.stringify(text)
    : text;
}

/** Writes text for `readInfotext`. Callers must read the text back to detect values that the format can't represent. */
export function writeInfotext({ prompt, negativePrompt, pairs }: Infotext): string {
  const lines = [
    ...(prompt === "" ? [] : [prompt]),
    ...(negativePrompt === "" ? [] : [`${negativePrefix} ${negativePrompt}`]),
    pairs.map(({ name, text }) => `${name}: ${quote(text)}`).join(", "),
  ];
  return lines.join("\n");
}
