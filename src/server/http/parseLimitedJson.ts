import { countJson, type JsonSize } from "./countJson.ts";

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: "depth" | "values" | "syntax" };

/**
 * Parses JSON after counting it, because a value costs many times its bytes.
 *
 * @param text the same bytes as text, to skip decoding
 */
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
