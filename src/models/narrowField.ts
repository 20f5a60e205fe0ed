import { _default, literal } from "zod/v4-mini";
import * as z from "zod/v4/core";
import type { FieldHints } from "./describeField.ts";
import { describeFields } from "./describeFields.ts";

export type Scalar = string | number | boolean;

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

const wrapper = /^(optional|nullable|default|prefault|nonoptional|readonly)$/;

function unwrap({ _zod: { def } }: z.$ZodType): z.$ZodType | undefined {
  return wrapper.test(def.type) ? (def as z.$ZodOptionalDef).innerType : undefined;
}

export function coreOf(schema: z.$ZodType): z.$ZodTypes {
  const inner = unwrap(schema);
  return inner ? coreOf(inner) : (schema as z.$ZodTypes);
}

const isInRange = ({ min = -Infinity, max = Infinity }: Range, value: unknown): boolean =>
  typeof value !== "number" || (value >= min && value <= max);

function redefine(schema: z.$ZodType, changes: object): z.$ZodType {
  const def = { ...schema._zod.def };
  return z.clone(schema, Object.defineProperties(def, Object.getOwnPropertyDescriptors(changes)));
}

/** Returns candidate values for `fit`: a schema's options, or its limits, their nearest steps, and the midpoint. */
function edgesOf(schema: z.$ZodType): readonly unknown[] {
  const input = new z.$ZodObject({ type: "object", shape: { value: schema } });
  const [field] = describeFields({ id: "a", title: "", task: "text-to-image", input });
  if (field?.options) return field.options.map(({ value }) => value);
  const { min = -Infinity, max = Infinity, step = 1 } = field ?? {};
  return [min, Math.ceil(min / step) * step, max, Math.floor(max / step) * step, (min + max) / 2];
}

const accepts = (schema: z.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

const distance = (a: unknown, b: unknown): number =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) : 0;

/** Wraps a new core schema in the field's wrappers, such as `optional`. Defaults are fitted to it on each read. */
function rewrap(
  field: z.$ZodType,
  core: z.$ZodType,
  fit: (schema: z.$ZodType, value: unknown) => unknown,
): z.$ZodType {
  const inner = unwrap(field);
  if (!inner) return core;
  if (core === coreOf(field)) return field;
  const innerType = rewrap(inner, core, fit);
  const def = field._zod.def as z.$ZodDefaultDef;
  if (!("defaultValue" in def)) return redefine(field, { innerType });
  return redefine(field, {
    innerType,
    get defaultValue() {
      return fit(innerType, def.defaultValue);
    },
  });
}

interface Meta {
  readonly id?: string;
  readonly "x-easel"?: FieldHints;
}

function metaOf(schema: z.$ZodType): Meta {
  const inner = unwrap(schema);
  const below: Meta = inner ? metaOf(inner) : {};
  const { id: _, ...own } = (z.globalRegistry.get(schema) ?? {}) as Meta;
  return { ...below, ...own, "x-easel": { ...below["x-easel"], ...own["x-easel"] } };
}

const kindsWithoutList = new Set<FieldHints["kind"]>(["prompt", "text", "number", "seed", "image"]);

function hintsWithin(
  { kind, options, suggested, ...hints }: FieldHints,
  range: Range,
  values: readonly unknown[] | undefined,
): FieldHints {
  const { min = -Infinity, max = Infinity } = range;
  const low = Math.max(min, suggested?.min ?? min);
  const high = Math.min(max, suggested?.max ?? max);
  const isAllowed = (value: unknown) =>
    isInRange(range, value) && (values?.includes(value) ?? true);
  return {
    ...hints,
    ...(kind && !(values && kindsWithoutList.has(kind)) ? { kind } : {}),
    ...(options ? { options: options.filter(({ value }) => isAllowed(value)) } : {}),
    ...(suggested && low < high ? { suggested: { min: low, max: high } } : {}),
  };
}

const narrowable = new Set(["number", "literal", "enum", "union", "string", "boolean", "null"]);

function narrowRange(core: z.$ZodTypes, range: Range): z.$ZodType | undefined {
  const { def, values } = core._zod;
  if (def.type === "number") {
    const { min, max } = range;
    const checks = [
      ...(def.checks ?? []),
      ...(min === undefined ? [] : [z._gte(min)]),
      ...(max === undefined ? [] : [z._lte(max)]),
    ];
    return redefine(core, { checks });
  }
  if (def.type === "union") {
    if (!def.options.every((option) => narrowable.has(coreOf(option)._zod.def.type))) return core;
    const options = def.options.map((option) => {
      const inner = narrowRange(coreOf(option), range);
      return inner && rewrap(option, inner, (_schema, value) => value);
    });
    if (options.every((option, index) => option === def.options[index])) return core;
    const remaining = options.filter((option) => option !== undefined);
    return remaining.length > 0 ? redefine(core, { options: remaining }) : undefined;
  }
  const all = def.type === "literal" || def.type === "enum" ? [...(values ?? [])] : [];
  const remaining = all.filter((value) => isInRange(range, value));
  if (remaining.length === all.length && !all.some((value) => typeof value === "number"))
    return core;
  return remaining.length > 0 ? literal(remaining as Scalar[]) : undefined;
}

export interface NarrowedField {
  readonly schema: z.$ZodType;
  fit(value: unknown): unknown;
}

export function fixField(field: z.$ZodType, value: Scalar): NarrowedField {
  const { "x-easel": hints, ...meta } = metaOf(field);
  const schema = _default(literal(value), value);
  z.globalRegistry.add(schema, { ...meta, "x-easel": { ...hints, kind: "hidden" } });
  return { schema, fit: () => value };
}

/** Narrows a field. Returns the schema unchanged if the range doesn't apply, or undefined if no value remains. */
export function narrowField(
  field: z.$ZodType,
  to: { readonly values: readonly Scalar[] } | Range,
): NarrowedField | undefined {
  const values = "values" in to ? to.values : undefined;
  const range = "values" in to ? {} : to;
  const core = coreOf(field);
  const next = values ? literal([...values]) : narrowRange(core, range);
  if (next === core) return { schema: field, fit: (value) => value };
  const edges = values ?? (next ? edgesOf(next).filter((edge) => accepts(next, edge)) : []);
  if (!next || edges.length === 0) return undefined;

  const fit = (schema: z.$ZodType, value: unknown): unknown =>
    accepts(schema, value)
      ? value
      : edges.reduce((best, edge) => (distance(edge, value) < distance(best, value) ? edge : best));
  const schema = rewrap(field, next, fit);
  const { "x-easel": hints = {}, ...meta } = metaOf(field);
  z.globalRegistry.add(schema, { ...meta, "x-easel": hintsWithin(hints, range, values) });
  return { schema, fit: (value) => fit(schema, value) };
}
