import type { Model } from "../../models/defineModel.ts";
import { readHookNumber } from "../options/readHookNumber.ts";

export type ValidInput = Readonly<Record<string, unknown>>;

export function priceOf(model: Model, input: ValidInput): number | undefined {
  if (!model.price) return undefined;
  return readHookNumber(
    model.price(input),
    (returned) =>
      `price in the model ${model.id} returned ${returned}, so a job's cost isn't known. Return a finite number of credits, 0 or more, not a promise.`,
  );
}
