import * as z from "zod/v4/core";
import { copyMeta } from "./copyMeta.ts";
import type { Model } from "./defineModel.ts";

type ShapeOf<M extends Model> = M["input"]["_zod"]["def"]["shape"];
type InputOf<Shape extends z.$ZodShape> = z.input<z.$ZodObject<Shape>>;

/** A model with more fields, typed by both schemas. */
export type ExtendedModel<M extends Model, Shape extends z.$ZodShape> = Model<
  z.$ZodObject<ShapeOf<M> & Shape>,
  M["id"]
>;

export interface ExtendModelOptions<Shape extends z.$ZodShape> {
  /** The added fields that only the host reads: the handler removes them before it calls the service. */
  readonly local?: readonly (keyof Shape & string)[];
  /** What a form starts with in the added fields. */
  readonly initial?: Partial<InputOf<Shape>>;
  /** What the added fields hold in the model's example. */
  readonly example?: Partial<InputOf<Shape>>;
}

/**
 * Returns the model with fields of your own. They are rendered, validated and sent to the handler like the model's; those in
 * `local` reach `beforeSubmit` and never the service. Compose it with `limit` in either order.
 *
 * An example that leaves a required field blank is dropped, since it could not be sent.
 *
 * @example
 * const project = z.string().min(1, "Pick a project");
 * const models = [extendModel(sdxlTorch, { project }, { local: ["project"] })];
 *
 * @throws TypeError when the model already has a field of the name, or when `local`, `initial` or `example` names a field
 * that is not added here
 */
export function extendModel<M extends Model, const Shape extends z.$ZodShape>(
  model: M,
  shape: Shape,
  { local = [], initial, example }: ExtendModelOptions<Shape> = {},
): ExtendedModel<M, Shape> {
  const { def } = model.input._zod;
  const taken = Object.keys(shape).find((name) => Object.hasOwn(def.shape, name));
  if (taken !== undefined) {
    throw new TypeError(
      `extendModel: "${model.id}" already has a field "${taken}", so the two would be confused. Give yours another name, or narrow the model's with limit.`,
    );
  }
  const named = [...local, ...Object.keys({ ...initial, ...example })];
  const stray = named.find((name) => !Object.hasOwn(shape, name));
  if (stray !== undefined) {
    throw new TypeError(
      `extendModel: "${stray}" is named in the options for "${model.id}", but it is not a field that is added. Add it to the shape or take it out.`,
    );
  }
  const input = z.clone(model.input, { ...def, shape: { ...def.shape, ...shape } });
  copyMeta(model.input, input);

  const allLocal = [...(model.local ?? []), ...local];
  const { example: former, ...rest } = model;
  const whole = former && { ...former, ...example };
  return {
    ...rest,
    input,
    ...((model.initial ?? initial) && { initial: { ...model.initial, ...initial } }),
    ...(whole && z.safeParse(input, whole).success && { example: whole }),
    ...(allLocal.length > 0 && { local: allLocal }),
  } as unknown as ExtendedModel<M, Shape>;
}

/** The input without the model's local fields: what the service gets. */
export function omitLocal<Input extends object>({ local = [] }: Model, input: Input): Input {
  if (local.length === 0) return input;
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => !local.includes(name)),
  ) as Input;
}
