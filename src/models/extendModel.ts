import * as z from "zod/v4/core";
import type { Model } from "./defineModel.ts";
import { withFields } from "./withFields.ts";

type ShapeOf<M extends Model> = M["input"]["_zod"]["def"]["shape"];
type InputOf<Shape extends z.$ZodShape> = z.input<z.$ZodObject<Shape>>;

export type ExtendedModel<M extends Model, Shape extends z.$ZodShape> = Model<
  z.$ZodObject<ShapeOf<M> & Shape>,
  M["id"]
>;

export interface ExtendModelOptions<Shape extends z.$ZodShape> {
  readonly local?: readonly (keyof Shape & string)[];
  readonly initial?: Partial<InputOf<Shape>>;
  readonly example?: Partial<InputOf<Shape>>;
}

/**
 * Returns a copy of a model with added fields. Fields listed in `local` are passed to `beforeSubmit` but never sent to
 * the service. Drops the model's example if the example has no value for a required added field.
 *
 * @example
 * const project = z.string().min(1, "Pick a project");
 * const models = [extendModel(sdxlTorch, { project }, { local: ["project"] })];
 *
 * @throws TypeError if a field already exists or an option names a field that isn't among the added fields
 */
export function extendModel<M extends Model, const Shape extends z.$ZodShape>(
  model: M,
  shape: Shape,
  { local = [], initial, example }: ExtendModelOptions<Shape> = {},
): ExtendedModel<M, Shape> {
  const existing = Object.keys(shape).find((name) =>
    Object.hasOwn(model.input._zod.def.shape, name),
  );
  if (existing !== undefined) {
    throw new TypeError(
      `extendModel: "${model.id}" already has a field "${existing}". Rename the added field, or change the model's field with limitModel.`,
    );
  }
  const named = [...local, ...Object.keys({ ...initial, ...example })];
  const unknown = named.find((name) => !Object.hasOwn(shape, name));
  if (unknown !== undefined) {
    throw new TypeError(
      `extendModel: "${unknown}" is in the options for "${model.id}", but no such field is added. Add the field to the shape, or remove "${unknown}" from the options.`,
    );
  }
  const input = withFields(model.input, shape);
  const allLocal = [...(model.local ?? []), ...local];
  const { example: oldExample, ...rest } = model;
  const newExample = oldExample && { ...oldExample, ...example };
  return {
    ...rest,
    input,
    ...((model.initial ?? initial) && { initial: { ...model.initial, ...initial } }),
    ...(newExample && z.safeParse(input, newExample).success && { example: newExample }),
    ...(allLocal.length > 0 && { local: allLocal }),
  } as unknown as ExtendedModel<M, Shape>;
}

export function omitLocal<Input extends object>({ local = [] }: Model, input: Input): Input {
  if (local.length === 0) return input;
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => !local.includes(name)),
  ) as Input;
}
