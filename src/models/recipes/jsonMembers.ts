import { parseJson } from "../../protocol/parseJson.ts";

/** Member of a JSON object. `raw` is the value's JSON text, which keeps every digit of a number. */
export interface JsonMember {
  readonly name: string;
  readonly raw: string;
}

/** Maximum nesting depth. `JSON.parse` overflows the stack at thousands of levels. */
const maxDepth = 64;

export function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "\\") at += 1;
    else if (char === '"') return at + 1;
  }
  return undefined;
}

/**
 * Reads a JSON object's members in linear time. Returns undefined if the text is invalid or nested too deeply. Accepts
 * Python's `NaN`.
 */
export function readMembers(text: string): readonly JsonMember[] | undefined {
  const source = text.trim();
  if (!source.startsWith("{") || !source.endsWith("}")) return undefined;
  const members: JsonMember[] = [];
  let depth = 0;
  let name: string | undefined;
  let start = 1;

  function startValue(colon: number): boolean {
    const key = parseJson(source.slice(start, colon));
    if (name !== undefined || typeof key !== "string") return false;
    name = key;
    start = colon + 1;
    return true;
  }

  function endMember(end: number): boolean {
    const raw = source.slice(start, end).trim();
    if (name === undefined) return raw === "" && members.length === 0;
    members.push({ name, raw });
    name = undefined;
    start = end + 1;
    return raw !== "";
  }

  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === '"') at = (stringEnd(source, at) ?? source.length) - 1;
    else if (char === "[" || char === "{") {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (char === "]" || char === "}") {
      depth -= 1;
      if (depth === 0) return at === source.length - 1 && endMember(at) ? members : undefined;
    } else if (depth === 1 && char === ":" && !startValue(at)) return undefined;
    else if (depth === 1 && char === "," && !endMember(at)) return undefined;
  }
  return undefined;
}
