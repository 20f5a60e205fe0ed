export interface JsonSize {
  readonly values: number;
  readonly depth: number;
}

const byteOf = (character: string): number => character.charCodeAt(0);

const quote = byteOf('"');
const comma = byteOf(",");
const backslash = byteOf("\\");
/** Bit that differs between `[` and `{`, and between `]` and `}`. */
const curly = 0x20;
const open = byteOf("{");
const close = byteOf("}");

function endOfString(text: Uint8Array, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== quote) end += text[end] === backslash ? 2 : 1;
  return end;
}

export function countJson(text: Uint8Array, most: JsonSize): JsonSize {
  let values = 1;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && values <= most.values && deepest <= most.depth; at += 1) {
    const byte = text[at] ?? 0;
    if (byte === quote) {
      at = endOfString(text, at + 1);
    } else if (byte === comma) {
      values += 1;
    } else if ((byte | curly) === open) {
      values += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if ((byte | curly) === close) {
      depth -= 1;
    }
  }
  return { values, depth: deepest };
}

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: "depth" | "values" | "syntax" };

/** Parses JSON within limits. Checks them before parsing, because parsed values take far more memory than text. */
export function parseLimitedJson(bytes: Uint8Array, max: JsonSize, text?: string): ParsedJson {
  const { values, depth } = countJson(bytes, max);
  if (depth > max.depth) return { ok: false, problem: "depth" };
  if (values > max.values) return { ok: false, problem: "values" };
  try {
    const json = text ?? new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch {
    return { ok: false, problem: "syntax" };
  }
}
