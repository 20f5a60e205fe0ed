import type { FieldDescriptor } from "../../../models/describeFields.ts";

export interface SizePair {
  readonly width: FieldDescriptor;
  readonly height: FieldDescriptor;
  readonly first: FieldDescriptor;
}

export function sizePair(fields: readonly FieldDescriptor[], name: string): SizePair | undefined {
  const find = (wanted: string) =>
    fields.find((field) => field.kind === "size" && field.name === wanted);
  const width = find(name.replace("height", "width"));
  const height = find(name.replace("width", "height"));
  if (!width || !height || width === height) return undefined;
  return { width, height, first: fields.indexOf(width) < fields.indexOf(height) ? width : height };
}

export function isSecondOfPair(fields: readonly FieldDescriptor[], name: string): boolean {
  const pair = sizePair(fields, name);
  return pair !== undefined && pair.first.name !== name;
}
