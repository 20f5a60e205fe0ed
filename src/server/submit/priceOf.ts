import type { Model } from "../../models/defineModel.ts";
import { readHookNumber } from "../options/readHookNumber.ts";

/**
 * Returns a model's price of an input, in the service's credits; undefined where the model has no `price`.
 *
 * @throws what `price` throws, or an OwnError when it returns anything but a finite number of 0 or more
 */
export function priceOf(
  model: Model,
  input: Readonly<Record<string, unknown>>,
): number | undefined {
  if (!model.price) return undefined;
  return readHookNumber(
    model.price(input),
    (returned) =>
      `price of the model ${model.id} returned ${returned}, so what a job costs isn't known. Return a finite number of credits, 0 or more, and not a promise.`,
  );
}
