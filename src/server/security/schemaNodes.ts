export interface SchemaNode {
  readonly _zod: { readonly def: object; readonly pattern?: unknown };
}

export const defOf = ({ _zod }: SchemaNode): Readonly<Record<string, unknown>> =>
  _zod.def as Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is SchemaNode =>
  typeof value === "object" && value !== null && "_zod" in value;

function partsOf(schema: SchemaNode): readonly SchemaNode[] {
  const def = defOf(schema);
  const inner = def["type"] === "lazy" ? (def["getter"] as () => unknown)() : undefined;
  const shape = def["type"] === "object" ? (def["shape"] as Readonly<Record<string, unknown>>) : {};
  const parts: readonly unknown[] = [...Object.values(def).flat(), ...Object.values(shape), inner];
  return parts.filter(isNode);
}

export function schemaNodes(schema: SchemaNode): ReadonlySet<SchemaNode> {
  const nodes = new Set([schema]);
  // The loop also visits nodes that it adds. The set contains a recursive schema only once.
  for (const node of nodes) for (const part of partsOf(node)) nodes.add(part);
  return nodes;
}
