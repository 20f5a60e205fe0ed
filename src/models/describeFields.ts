import * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import type { FieldGroup, FieldHints, FieldKind, FieldOption } from "./field.ts";

/** All that a control has to know about a field. */
export interface FieldDescriptor {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: string;
  /** It has no default and may not be left out. */
  readonly required: boolean;
  /** Whole numbers only. */
  readonly integer: boolean;
  /** The least value that is accepted; with a fraction's exclusive limit, the limit. */
  readonly min?: number;
  /** The greatest value that is accepted; with a fraction's exclusive limit, the limit. */
  readonly max?: number;
  /** Where a slider starts and ends: `min` and `max`, or a suggestion that exact entry may leave. */
  readonly slider?: { readonly min: number; readonly max: number };
  readonly step?: number;
  readonly default?: unknown;
  readonly options?: readonly FieldOption[];
  /** Any string is taken; the options are suggestions. */
  readonly open: boolean;
  readonly group: FieldGroup;
  readonly affectsPrice: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What a schema says once its wrappers (optional, default, nullable …) are taken off. */
interface Facts {
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

/** What zod enforces for its number formats. */
const formatLimits: Readonly<Record<string, readonly [min: number, max: number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
};

type AnyCheck = Partial<z.$ZodCheckDef> & {
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly format?: unknown;
};

/** A schema's own format and its checks. Schemas made by `z.int()` or `z.url()` are checks themselves. */
function readChecks(
  schema: z.$ZodTypes,
): Pick<Facts, "integer" | "format" | "min" | "max" | "multipleOf"> {
  const { def } = schema._zod;
  const checks = [schema, ...(("checks" in def ? def.checks : undefined) ?? [])].map(
    (check) => check._zod.def as AnyCheck,
  );
  const formats = checks.flatMap(({ format }) => (typeof format === "string" ? [format] : []));
  const integer = formats.some((format) => format === "safeint" || format.endsWith("int32"));
  /** The nearest value within a limit; a fraction's exclusive limit has none, so it stands as it is. */
  const within = (value: number, inclusive: boolean, step: 1 | -1): number => {
    if (!integer) return value;
    const whole = step === 1 ? Math.ceil(value) : Math.floor(value);
    return whole === value && !inclusive ? whole + step : whole;
  };
  const limits = (kind: string, step: 1 | -1): number[] =>
    checks.flatMap(({ check, value, inclusive = true }) =>
      check === kind && typeof value === "number" ? [within(value, inclusive, step)] : [],
    );
  const known = formats.flatMap((format) => (formatLimits[format] ? [formatLimits[format]] : []));
  const mins = [...limits("greater_than", 1), ...known.map(([min]) => min)];
  const maxs = [...limits("less_than", -1), ...known.map(([, max]) => max)];
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

/** A union of literals is a closed list, with a bare string among them an open one; null counts for nothing. */
function readUnion(options: readonly z.$ZodType[]): Partial<Facts> {
  const members = options.map((option) => readSchema(option));
  const values = members.flatMap((member) => member.values ?? []);
  const bare = members.find((member) => !member.values && member.type !== "null");
  if (!bare) return { type: typeof values[0], values };
  if (bare.type === "string" && values.length > 0) return { ...bare, values, open: true };
  // A number, or a few words of its own beside it: -1 for a random one.
  const numbers = values.filter((value) => typeof value === "number");
  return {
    ...bare,
    ...(bare.min === undefined ? {} : { min: Math.min(bare.min, ...numbers) }),
    ...(bare.max === undefined ? {} : { max: Math.max(bare.max, ...numbers) }),
  };
}

/** The schema that a wrapper stands around: of a pipe the side that takes what is typed in. */
function unwrap({ _zod: { def } }: z.$ZodTypes): z.$ZodType | undefined {
  if (def.type === "pipe") {
    return (def.in as z.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in;
  }
  return "innerType" in def ? def.innerType : undefined;
}

const mayBeLeftOut = new Set<string>(["optional", "default", "prefault", "catch"]);

function readSchema(schema: z.$ZodType): Facts {
  const typed = schema as z.$ZodTypes;
  const { def, values } = typed._zod;
  const meta = z.globalRegistry.get(schema) ?? {};
  const hints = (meta["x-easel"] ?? {}) as FieldHints;
  const inner = unwrap(typed);
  if (inner) {
    const facts = readSchema(inner);
    return {
      ...facts,
      required: def.type === "nonoptional" || (facts.required && !mayBeLeftOut.has(def.type)),
      ...("defaultValue" in def ? { default: def.defaultValue } : {}),
      meta: { ...facts.meta, ...meta },
      hints: { ...facts.hints, ...hints },
    };
  }
  const facts: Facts = {
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
      ...facts,
      ...union,
      required: facts.required,
      meta: { ...union.meta, ...meta },
      hints: { ...union.hints, ...hints },
    };
  }
  const listed = [...(values ?? [])].filter(isScalar);
  return (def.type === "enum" || def.type === "literal") && listed.length > 0
    ? { ...facts, type: typeof listed[0], values: listed }
    : facts;
}

const sizeNames = /^(img_|image_)?(width|height)$/;
const imageNames = /(^|_)(image|mask)(_|$)/;

function kindOf(name: string, facts: Facts): FieldKind {
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
  // Objects, arrays and what else a form can't draw: the default goes along, or the app sets it.
  return "hidden";
}

const groupOfKind: Record<FieldKind, FieldGroup> = {
  prompt: "prompt",
  text: "prompt",
  style: "picture",
  image: "picture",
  size: "picture",
  number: "sampling",
  select: "sampling",
  seed: "sampling",
  switch: "output",
  hidden: "output",
};

const words = (name: string): string => {
  const spaced = name.replaceAll(/[_-]+/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** The options in the schema's order, with the hints' words where there are any. */
function optionsOf(facts: Facts): readonly FieldOption[] | undefined {
  const known = facts.hints.options;
  if (!facts.values) return known;
  const described = new Map(known?.map((option) => [option.value, option]));
  return facts.values.map((value) => described.get(value) ?? { value });
}

function describe(name: string, schema: z.$ZodType): FieldDescriptor {
  const facts = readSchema(schema);
  const { hints } = facts;
  const kind = hints.kind ?? kindOf(name, facts);
  const options = optionsOf(facts);
  // A step of its own for the slider; a schema's multipleOf is one that exact entry must keep too.
  const step = facts.multipleOf ?? hints.step ?? (facts.integer ? 1 : undefined);
  // JSON Schema spells out that a whole number is a safe integer; that is no limit to show.
  const min = facts.min === Number.MIN_SAFE_INTEGER ? undefined : facts.min;
  const max = facts.max === Number.MAX_SAFE_INTEGER ? undefined : facts.max;
  const slider =
    hints.suggested ?? (min !== undefined && max !== undefined ? { min, max } : undefined);

  const descriptor: Mutable<FieldDescriptor> = {
    name,
    kind,
    label: facts.meta.title ?? words(name),
    required: facts.required,
    integer: facts.integer,
    open: facts.type === "string" && options !== undefined && (facts.open || !facts.values),
    group: hints.group ?? groupOfKind[kind],
    affectsPrice: hints.affectsPrice ?? false,
  };
  if (facts.meta.description !== undefined) descriptor.help = facts.meta.description;
  if (min !== undefined) descriptor.min = min;
  if (max !== undefined) descriptor.max = max;
  if (slider !== undefined) descriptor.slider = slider;
  if (step !== undefined) descriptor.step = step;
  if (facts.default !== undefined) descriptor.default = facts.default;
  if (options !== undefined) descriptor.options = options;
  return descriptor;
}

const described = new WeakMap<Model, readonly FieldDescriptor[]>();

/**
 * The model's fields in the schema's order, as controls need them. The same array for the same model.
 *
 * Reads any zod 4 object, classic or mini. A label comes from `title`, help from `description`, the rest from the
 * schema's own checks; `x-easel` says what a schema can't.
 */
export function describeFields(model: Model): readonly FieldDescriptor[] {
  let fields = described.get(model);
  if (!fields) {
    fields = Object.entries(model.input._zod.def.shape).map(([name, schema]) =>
      describe(name, schema),
    );
    described.set(model, fields);
  }
  return fields;
}
