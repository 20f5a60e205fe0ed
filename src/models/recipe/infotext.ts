/** One `Name: text` of a recipe's last line. */
export interface Pair {
  readonly name: string;
  readonly text: string;
}

export interface Infotext {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly pairs: readonly Pair[];
}

/** Says that Easel wrote it, as other programs put their own version there. */
export const writtenByEasel: Pair = { name: "Version", text: "Easel" };

/** Two of these in one line are no accident. */
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
const nameBefore = /^\s*([\p{L}\p{N}_][^:,"\n]{0,59}):\s*/u;

/** Where a text in double quotes ends; undefined where it never does. */
function quotedEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

/** Where a list or an object of JSON ends, which some programs write without quotes. */
function bracketEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === '"') at = (quotedEnd(text, at) ?? text.length) - 1;
    else if ("[{".includes(sign)) depth += 1;
    else if ("]}".includes(sign)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function valueEnd(line: string, start: number): number {
  const comma = line.indexOf(",", start);
  const plain = comma === -1 ? line.length : comma;
  const sign = line[start] ?? "";
  const end =
    sign === '"'
      ? quotedEnd(line, start)
      : "[{".includes(sign) && sign !== ""
        ? bracketEnd(line, start)
        : plain;
  // What goes on behind its own end was no quotation.
  return end !== undefined && /^\s*(,|$)/.test(line.slice(end)) ? end : plain;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "string" ? read : text;
  } catch {
    return text;
  }
}

/** Reads `Steps: 20, Sampler: Euler a, …`; a piece without a name belongs to the value before it. */
function readPairs(line: string): readonly Pair[] {
  const pairs: { name: string; text: string }[] = [];
  let at = 0;
  while (at < line.length) {
    const [whole = "", name] = nameBefore.exec(line.slice(at)) ?? [];
    const start = at + whole.length;
    const end = valueEnd(line, start);
    const text = line.slice(start, end).trim();
    const last = pairs.at(-1);
    if (name !== undefined) pairs.push({ name: name.trim(), text: unquote(text) });
    else if (last && text !== "") last.text += `, ${text}`;
    else if (text !== "") return [];
    at = line.indexOf(",", end);
    if (at === -1) break;
    at += 1;
  }
  return pairs;
}

const isMark = ({ name, text }: Pair): boolean =>
  name === writtenByEasel.name && text === writtenByEasel.text;

function isRecipeLine(pairs: readonly Pair[]): boolean {
  const telling = new Set(
    pairs.map(({ name }) => name.toLowerCase()).filter((name) => tellingNames.has(name)),
  );
  return pairs.some(isMark) || (pairs.length > 2 && telling.size > 1);
}

/**
 * Reads a recipe as Automatic1111 writes it into its pictures: the prompt, the negative prompt behind its mark, and a line
 * of `Name: text` pairs. Undefined where there is no such line.
 */
export function readInfotext(text: string): Infotext | undefined {
  const lines = text.replaceAll("\r\n", "\n").trim().split("\n");
  const read = lines.map((line) => (line.includes(":") ? readPairs(line) : []));
  const at = read.findLastIndex(isRecipeLine);
  if (at === -1) return undefined;
  const words = lines.slice(0, at);
  // Programs that show a picture's metadata put its key before it.
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

/** The same the other way. What its rules can't hold does not come back the same: ask `readInfotext`. */
export function writeInfotext({ prompt, negativePrompt, pairs }: Infotext): string {
  const lines = [
    ...(prompt === "" ? [] : [prompt]),
    ...(negativePrompt === "" ? [] : [`${negativeMark} ${negativePrompt}`]),
    pairs.map(({ name, text }) => `${name}: ${quote(text)}`).join(", "),
  ];
  return lines.join("\n");
}
