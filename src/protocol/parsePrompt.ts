/** Words as they stand, escapes included. */
export interface PromptText {
  readonly kind: "text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between brackets: `(…)` weighs more, `[…]` less, `(…:1.3)` as much as it says. */
export interface PromptGroup {
  readonly kind: "group";
  readonly open: "(" | "[";
  readonly parts: readonly PromptPart[];
  /** The weight as it is written, colon included: `:1.3`; empty where there is none. */
  readonly written: string;
  /** What it multiplies the weight of its content by. */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
  /** Where its content ends: at the weight, or at the closing bracket. */
  readonly contentEnd: number;
}

export type PromptPart = PromptText | PromptGroup;

const closing = { "(": ")", "[": "]" } as const;

/** What a bracket without a number means, as every program of this kind has it. */
const bracketWeight = { "(": 1.1, "[": 1 / 1.1 } as const;

const writtenWeight = /:\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*$/;

interface Opened {
  readonly open: "(" | "[";
  readonly start: number;
  readonly parts: PromptPart[];
}

/** Words that follow words are one part. */
function push(parts: PromptPart[], part: PromptPart): void {
  const last = parts.at(-1);
  if (part.kind === "text" && last?.kind === "text") {
    parts[parts.length - 1] = { ...last, text: last.text + part.text, end: part.end };
  } else if (part.kind === "group" || part.text !== "") {
    parts.push(part);
  }
}

function close({ open, start, parts }: Opened, end: number): PromptGroup {
  const last = parts.at(-1);
  const [written = "", number] =
    (open === "(" && last?.kind === "text" ? writtenWeight.exec(last.text) : null) ?? [];
  const content = [...parts];
  if (last?.kind === "text" && written !== "") {
    content.pop();
    const text = last.text.slice(0, last.text.length - written.length);
    push(content, { ...last, text, end: last.end - written.length });
  }
  const weight = number === undefined ? bracketWeight[open] : Number(number);
  const contentEnd = end - 1 - written.length;
  return { kind: "group", open, parts: content, written, weight, start, end, contentEnd };
}

/**
 * Reads the brackets of a prompt, nested as they may be: `((low light:1.4))`, `[blurry]`. Escaped brackets (`\(`) are words,
 * and so is a bracket that has no partner. `printPrompt` gives the very same text back.
 */
export function parsePrompt(text: string): readonly PromptPart[] {
  const root: PromptPart[] = [];
  const opened: Opened[] = [];
  const inner = (): PromptPart[] => opened.at(-1)?.parts ?? root;
  const words = (start: number, end: number): void =>
    push(inner(), { kind: "text", text: text.slice(start, end), start, end });

  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const current = opened.at(-1);
    if (sign === "\\") {
      words(at, Math.min(at + 2, text.length));
      at += 1;
    } else if (sign === "(" || sign === "[") {
      opened.push({ open: sign, start: at, parts: [] });
    } else if (current && sign === closing[current.open]) {
      opened.pop();
      push(inner(), close(current, at + 1));
    } else {
      words(at, at + 1);
    }
  }
  // What was never closed was no bracket.
  for (const { open, start, parts } of opened.splice(0)) {
    for (const part of [{ kind: "text", text: open, start, end: start + 1 } as const, ...parts]) {
      push(root, part);
    }
  }
  return root;
}

/** The text that the parts were read from. */
export function printPrompt(parts: readonly PromptPart[]): string {
  return parts
    .map((part) =>
      part.kind === "text"
        ? part.text
        : `${part.open}${printPrompt(part.parts)}${part.written}${closing[part.open]}`,
    )
    .join("");
}
