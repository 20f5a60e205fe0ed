import type { Model } from "../models/defineModel.ts";
import { describeFields } from "../models/describeFields.ts";
import { initialValues, valuesFromForm, type FormValues } from "../models/formValues.ts";
import { parseInput } from "../models/parseInput.ts";
import { isAmount } from "../protocol/isAmount.ts";

export interface CostEstimate {
  readonly credits: number;
  /** Whether the estimate applies to the current values. The host's estimate covers only the initial values. */
  readonly holds: boolean;
}

export function pricedFields(model: Model): readonly string[] {
  return describeFields(model).flatMap(({ name, affectsPrice }) => (affectsPrice ? [name] : []));
}

const reported = new Set<string>();

function callPrice(model: Model, input: Readonly<Record<string, unknown>>): number | undefined {
  let price: unknown;
  try {
    price = model.price?.(input);
  } catch (cause) {
    price = cause;
  }
  if (isAmount(price)) return price;
  if (!reported.has(model.id)) {
    reported.add(model.id);
    console.error(
      `Easel: price() of the model "${model.id}" threw or didn't return a finite number of at least 0, so no price is shown. Return a number of credits. Received:`,
      price,
    );
  }
  return undefined;
}

/**
 * Returns the price of generating with a form's values. If the form is incomplete, the example's values are used for
 * all fields that don't affect the price.
 */
function priceOf(model: Model, values: FormValues): number | undefined {
  if (!model.price) return undefined;
  const priced = pricedFields(model).map((name) => [name, values[name]] as const);
  for (const tried of [values, { ...model.example, ...Object.fromEntries(priced) }]) {
    const parsed = parseInput(model, valuesFromForm(model, tried));
    if (parsed.ok) return callPrice(model, parsed.input);
  }
  return undefined;
}

export function estimateCost(
  model: Model,
  offered: number | undefined,
  values: FormValues = initialValues(model),
): CostEstimate | undefined {
  const own = priceOf(model, values);
  if (isAmount(own)) return { credits: own, holds: true };
  if (!isAmount(offered)) return undefined;
  const start = initialValues(model);
  const holds = pricedFields(model).every((name) => String(values[name]) === String(start[name]));
  return { credits: offered, holds };
}
