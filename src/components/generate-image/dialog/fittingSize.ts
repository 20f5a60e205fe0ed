import type { Model } from "../../../models/defineModel.ts";
import { describeFields } from "../../../models/describeFields.ts";
import { initialValues, type FormValues } from "../../../models/formValues.ts";
import { sizeChoices } from "../../fields/size/sizeChoices.ts";
import { sizePair } from "../../fields/size/sizePair.ts";

const usualSide = 1024;

/** Returns values for a model's size fields that come closest to an aspect ratio, so that little is cropped. */
export function fittingSize(model: Model, ratio: number): FormValues {
  const fields = describeFields(model);
  const side = fields.find(({ kind }) => kind === "size");
  const pair = side && sizePair(fields, side.name);
  if (!pair) return {};
  const { width, height } = pair;
  const values = initialValues(model);
  const sideOf = (name: string) => Number(values[name]) || usualSide;
  const start = { width: sideOf(width.name), height: sideOf(height.name) };
  const distance = (size: typeof start) => Math.abs(Math.log(size.width / size.height / ratio));
  const [best] = sizeChoices(pair, start).sizes.toSorted(
    (one, other) => distance(one) - distance(other),
  );
  return best && distance(best) < distance(start)
    ? { [width.name]: best.width, [height.name]: best.height }
    : {};
}
