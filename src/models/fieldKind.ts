import type { FieldKind } from "./describeField.ts";
import type { SchemaInfo } from "./readSchema.ts";
import type { SchemaType } from "./readSchemaType.ts";

const sizeNames = /^(img_|image_)?(width|height)$/;
const imageNames = /(^|_)(image|mask)(_|$)/;

export const isPrompt = (name: string, { type, hints }: SchemaType): boolean =>
  hints.kind ? hints.kind === "prompt" : name === "prompt" && type === "string";

export function fieldKind(name: string, info: SchemaInfo): FieldKind {
  if (info.hints.kind) return info.hints.kind;
  const isText = info.type === "string";
  const isInteger = info.type === "number" && info.integer;
  if (isPrompt(name, info)) return "prompt";
  if (name === "seed" && isInteger) return "seed";
  if (sizeNames.test(name) && (isInteger || info.values?.every((v) => typeof v === "number"))) {
    return "size";
  }
  if (info.values) return "select";
  if (isText && imageNames.test(name) && info.format !== undefined) return "image";
  if (info.type === "boolean") return "switch";
  if (info.type === "number") return "number";
  if (isText) return info.hints.options ? "select" : "text";
  // Objects and arrays have no form control. Their default is sent unless the app sets a value.
  return "hidden";
}
