import * as z from "zod/v4/core";
import { readSchemaType, readUnion, unwrap, type SchemaType } from "./readSchemaType.ts";

interface SchemaLimits {
  required: boolean;
  default?: unknown;
  meta: { title?: string | undefined; description?: string | undefined };
  integer: boolean;
  format: string | undefined;
  min: number | undefined;
  max: number | undefined;
  multipleOf: number | undefined;
}

export interface SchemaInfo extends SchemaType, SchemaLimits {}

const formatLimits: Readonly<Record<string, readonly [min: number, max: number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
};

type AnyCheck = Partial<z.$ZodCheckDef> & {
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly format?: unknown;
};

/** Reads the limits and format from a schema's checks. A schema such as `z.int()` or `z.url()` is itself a check. */
function readChecks(schema: z.$ZodTypes) {
  const { def } = schema._zod;
  const checks = [schema, ...(("checks" in def ? def.checks : undefined) ?? [])].map(
    (check) => check._zod.def as AnyCheck,
  );
  const formats = checks.flatMap(({ format }) => (typeof format === "string" ? [format] : []));
  const integer = formats.some((format) => format === "safeint" || format.endsWith("int32"));
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
  return {
    integer,
    format: formats[0],
    min: mins.length > 0 ? Math.max(...mins) : undefined,
    max: maxs.length > 0 ? Math.min(...maxs) : undefined,
    multipleOf: typeof multipleOf === "number" ? multipleOf : undefined,
  };
}

function readUnionLimits(options: readonly z.$ZodType[]): Partial<SchemaLimits> {
  const { values, rest } = readUnion(options);
  if (!rest) return {};
  const limits = readLimits(rest.schema);
  // A number field may have special values outside its range, such as -1 for a random seed.
  const numbers = rest.type === "string" ? [] : values.filter((value) => typeof value === "number");
  return {
    ...limits,
    min: limits.min === undefined ? undefined : Math.min(limits.min, ...numbers),
    max: limits.max === undefined ? undefined : Math.max(limits.max, ...numbers),
  };
}

const optionalTypes = new Set<string>(["optional", "default", "prefault", "catch"]);

function readLimits(schema: z.$ZodType): SchemaLimits {
  const typed = schema as z.$ZodTypes;
  const { def } = typed._zod;
  const meta = z.globalRegistry.get(schema) ?? {};
  const inner = unwrap(typed);
  if (inner) {
    const limits = readLimits(inner);
    return {
      ...limits,
      required: def.type === "nonoptional" || (limits.required && !optionalTypes.has(def.type)),
      ...("defaultValue" in def ? { default: def.defaultValue } : {}),
      meta: { ...limits.meta, ...meta },
    };
  }
  const union = def.type === "union" ? readUnionLimits(def.options) : {};
  return {
    ...readChecks(typed),
    ...union,
    required: typed._zod.optin !== "optional",
    meta: { ...union.meta, ...meta },
  };
}

export const readSchema = (schema: z.$ZodType): SchemaInfo => ({
  ...readLimits(schema),
  ...readSchemaType(schema),
});
