/** Raw values keep every digit. */
export interface JsonMember {
  readonly name: string;
  readonly raw: string;
}

/** `JSON.parse` overflows the stack at thousands of levels. */
const maxDepth = 64;

const [quote, backslash] = [0x22, 0x5c];

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at + 1;
  }
  return text.length;
}

export function parseJsonValue(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Splits a JSON object in linear time. Tolerates invalid values such as Python's `NaN`. Undefined
 * for other text and for deep nesting.
 */
export function readMembers(text: string): readonly JsonMember[] | undefined {
  const source = text.trim();
  if (!source.startsWith("{") || !source.endsWith("}")) return undefined;
  const members: JsonMember[] = [];
  let depth = 0;
  let name: string | undefined;
  let start = 1;

  function startValue(colon: number): boolean {
    const key = parseJsonValue(source.slice(start, colon));
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
    switch (source.charCodeAt(at)) {
      case quote:
        at = stringEnd(source, at) - 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > maxDepth) return undefined;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        if (depth === 0) return at === source.length - 1 && endMember(at) ? members : undefined;
        break;
      case 0x3a: // :
        if (depth === 1 && !startValue(at)) return undefined;
        break;
      case 0x2c: // ,
        if (depth === 1 && !endMember(at)) return undefined;
        break;
      default:
    }
  }
  return undefined;
}
