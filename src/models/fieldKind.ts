import type { FieldKind } from "./field.ts";
import type { SchemaFacts } from "./readSchema.ts";

const sizeNames = /^(img_|image_)?(width|height)$/;
const imageNames = /(^|_)(image|mask)(_|$)/;

export function fieldKind(name: string, facts: SchemaFacts): FieldKind {
  if (facts.hints.kind) return facts.hints.kind;
  const text = facts.type === "string";
  const whole = facts.type === "number" && facts.integer;
  if (name === "prompt" && text) return "prompt";
  if (name === "seed" && whole) return "seed";
  if (sizeNames.test(name) && (whole || facts.values?.every((v) => typeof v === "number"))) {
    return "size";
  }
  if (facts.values) return "select";
  if (text && imageNames.test(name) && facts.format !== undefined) return "image";
  if (facts.type === "boolean") return "switch";
  if (facts.type === "number") return "number";
  if (text) return facts.hints.options ? "select" : "text";
  // Objects and arrays have no control: the default is sent, or the app sets the value.
  return "hidden";
}
