import * as z from "zod/v4/core";
import type { FieldHints } from "./describeField.ts";

/** Properties of a schema without its wrappers (optional, default …). */
export interface SchemaInfo {
  type: string;
  required: boolean;
  default?: unknown;
  meta: { title?: string | undefined; description?: string | undefined };
  hints: FieldHints;
  integer: boolean;
  format?: string;
  min?: number;
  max?: number;
  multipleOf?: number;
  values?: readonly (string | number)[];
  open: boolean;
}

const isScalar = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

const formatLimits: Readonly<Record<string, readonly [min: number, max: number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
};

type AnyCheck = Partial<z.$ZodCheckDef> & {
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly format?: unknown;
};

/** `z.int()` and `z.url()` are checks themselves. */
function readChecks(
  schema: z.$ZodTypes,
): Pick<SchemaInfo, "integer" | "format" | "min" | "max" | "multipleOf"> {
  const { def } = schema._zod;
  const checks = [schema, ...(("checks" in def ? def.checks : undefined) ?? [])].map(
    (check) => check._zod.def as AnyCheck,
  );
  const formats = checks.flatMap(({ format }) => (typeof format === "string" ? [format] : []));
  const integer = formats.some((format) => format === "safeint" || format.endsWith("int32"));
  /** Non-integers keep an exclusive limit. */
  const nearestAllowed = (value: number, inclusive: boolean, step: 1 | -1): number => {
    if (!integer) return value;
    const rounded = step === 1 ? Math.ceil(value) : Math.floor(value);
    return rounded === value && !inclusive ? rounded + step : rounded;
  };
  const limits = (kind: string, step: 1 | -1): number[] =>
    checks.flatMap(({ check, value, inclusive = true }) =>
      check === kind && typeof value === "number" ? [nearestAllowed(value, inclusive, step)] : [],
    );
  const formatRanges = formats.flatMap((format) =>
    formatLimits[format] ? [formatLimits[format]] : [],
  );
  const mins = [...limits("greater_than", 1), ...formatRanges.map(([min]) => min)];
  const maxs = [...limits("less_than", -1), ...formatRanges.map(([, max]) => max)];
  const multipleOf = checks.find(({ check }) => check === "multiple_of")?.value;
  const format = formats[0];
  return {
    integer,
    ...(format === undefined ? {} : { format }),
    ...(mins.length > 0 ? { min: Math.max(...mins) } : {}),
    ...(maxs.length > 0 ? { max: Math.min(...maxs) } : {}),
    ...(typeof multipleOf === "number" ? { multipleOf } : {}),
  };
}

/** Literals are a closed list, literals beside a string an open one. Null is ignored. */
function readUnion(options: readonly z.$ZodType[]): Partial<SchemaInfo> {
  const members = options.map((option) => readSchema(option));
  const values = members.flatMap((member) => member.values ?? []);
  const other = members.find((member) => !member.values && member.type !== "null");
  if (!other) return { type: typeof values[0], values };
  if (other.type === "string" && values.length > 0) return { ...other, values, open: true };
  // A number with special values, such as -1 for random.
  const numbers = values.filter((value) => typeof value === "number");
  return {
    ...other,
    ...(other.min === undefined ? {} : { min: Math.min(other.min, ...numbers) }),
    ...(other.max === undefined ? {} : { max: Math.max(other.max, ...numbers) }),
  };
}

/** Of a pipe, returns the input side. */
function unwrap({ _zod: { def } }: z.$ZodTypes): z.$ZodType | undefined {
  if (def.type === "pipe") {
    return (def.in as z.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in;
  }
  return "innerType" in def ? def.innerType : undefined;
}

const optionalTypes = new Set<string>(["optional", "default", "prefault", "catch"]);

/** Reads a schema of zod classic, mini or JSON Schema. */
export function readSchema(schema: z.$ZodType): SchemaInfo {
  const typed = schema as z.$ZodTypes;
  const { def, values } = typed._zod;
  const meta = z.globalRegistry.get(schema) ?? {};
  const hints = (meta["x-easel"] ?? {}) as FieldHints;
  const inner = unwrap(typed);
  if (inner) {
    const info = readSchema(inner);
    return {
      ...info,
      required: def.type === "nonoptional" || (info.required && !optionalTypes.has(def.type)),
      ...("defaultValue" in def ? { default: def.defaultValue } : {}),
      meta: { ...info.meta, ...meta },
      hints: { ...info.hints, ...hints },
    };
  }
  const info: SchemaInfo = {
    meta,
    hints,
    type: def.type,
    required: schema._zod.optin !== "optional",
    open: false,
    ...readChecks(typed),
  };
  if (def.type === "union") {
    const union = readUnion(def.options);
    return {
      ...info,
      ...union,
      required: info.required,
      meta: { ...union.meta, ...meta },
      hints: { ...union.hints, ...hints },
    };
  }
  const listed = [...(values ?? [])].filter(isScalar);
  return (def.type === "enum" || def.type === "literal") && listed.length > 0
    ? { ...info, type: typeof listed[0], values: listed }
    : info;
}
