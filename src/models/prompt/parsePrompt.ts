export interface PromptText {
  readonly kind: "text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Bracketed part of a prompt. `(…)` raises the weight, `[…]` lowers it, and `(…:1.3)` sets it. */
export interface PromptGroup {
  readonly kind: "group";
  readonly open: "(" | "[";
  readonly parts: readonly PromptPart[];
  readonly written: string;
  /** Factor by which the brackets multiply the weight of their content. */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
  /** Index of the colon before the weight, or of the closing bracket if there is no weight. */
  readonly contentEnd: number;
}

export type PromptPart = PromptText | PromptGroup;

const closing = { "(": ")", "[": "]" } as const;

/** Weights that brackets without a number apply, as in Automatic1111. */
const bracketWeight = { "(": 1.1, "[": 1 / 1.1 } as const;

/** Pattern for a colon and a weight. Limits the number of digits, because longer numbers would lose precision. */
const writtenWeight = /^:\s*([+-]?(?:\d{1,6}(?:\.\d{0,9})?|\.\d{1,9}))\s*$/;

const delimiters = /\\[^]?|[()[\]]/g;

interface Opened {
  readonly open: "(" | "[";
  readonly start: number;
  readonly parts: PromptPart[];
}

function push(text: string, parts: PromptPart[], part: PromptPart): void {
  const last = parts.at(-1);
  if (part.kind !== "text") parts.push(part);
  else if (last?.kind === "text") parts[parts.length - 1] = textPart(text, last.start, part.end);
  else if (part.end > part.start) parts.push(part);
}

const textPart = (text: string, start: number, end: number): PromptText => ({
  kind: "text",
  text: text.slice(start, end),
  start,
  end,
});

function trailingNumber(part: PromptPart | undefined) {
  if (part?.kind !== "text") return undefined;
  const colon = part.text.lastIndexOf(":");
  const [written = "", number] =
    (colon === -1 ? null : writtenWeight.exec(part.text.slice(colon))) ?? [];
  return number === undefined ? undefined : { written, number, at: part.start + colon };
}

function close(text: string, { open, start, parts }: Opened, end: number): PromptGroup {
  const last = parts.at(-1);
  const number = open === "(" ? trailingNumber(last) : undefined;
  if (!number || !last) {
    const weight = bracketWeight[open];
    return { kind: "group", open, parts, written: "", weight, start, end, contentEnd: end - 1 };
  }
  parts.pop();
  push(text, parts, textPart(text, last.start, number.at));
  const [written, weight] = [number.written, Number(number.number)];
  return { kind: "group", open, parts, written, weight, start, end, contentEnd: number.at };
}

/** Parses nested brackets in linear time. Escaped (`\(`) and unmatched brackets are text. Inverse of `printPrompt`. */
export function parsePrompt(text: string): readonly PromptPart[] {
  const root: PromptPart[] = [];
  const opened: Opened[] = [];
  let at = 0;
  const pushText = (end: number): void => {
    push(text, opened.at(-1)?.parts ?? root, textPart(text, at, end));
    at = end;
  };

  for (const { 0: delimiter, index } of text.matchAll(delimiters)) {
    const current = opened.at(-1);
    if (delimiter === "(" || delimiter === "[") {
      pushText(index);
      opened.push({ open: delimiter, start: index, parts: [] });
      at = index + 1;
    } else if (current && delimiter === closing[current.open]) {
      pushText(index);
      opened.pop();
      push(text, opened.at(-1)?.parts ?? root, close(text, current, index + 1));
      at = index + 1;
    }
  }
  pushText(text.length);
  for (const { start, parts } of opened) {
    push(text, root, textPart(text, start, start + 1));
    for (const part of parts) push(text, root, part);
  }
  return root;
}

export function printPrompt(parts: readonly PromptPart[]): string {
  const texts: string[] = [];
  const rest: (PromptPart | string)[] = parts.toReversed();
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    if (typeof part === "string") texts.push(part);
    else if (part.kind === "text") texts.push(part.text);
    else {
      texts.push(part.open);
      rest.push(part.written + closing[part.open]);
      for (const inner of part.parts.toReversed()) rest.push(inner);
    }
  }
  return texts.join("");
}
