import { countJson, type JsonSize } from "./countJson.ts";

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: "depth" | "values" | "syntax" };

/**
 * Parses JSON in UTF-8. Its size is counted first, because each value costs many times its bytes once it is parsed.
 *
 * @param text the same bytes as text, where the caller has it
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
