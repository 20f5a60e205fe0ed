import type { Model } from "../models/defineModel.ts";
import type { Body } from "./checkInput.ts";
import type { Sample } from "./sandboxPaint.ts";

export type Samples = readonly [Sample, ...Sample[]];

const mostSamples = 16;

export function readSamples(model: Model, input: Body, seed: number): Samples {
  const asked = Number(input["samples"]);
  const count = asked >= 1 ? Math.min(mostSamples, Math.floor(asked)) : 1;
  const sample = (index: number): Sample => ({ model, input, index, seed: seed + index });
  return [sample(0), ...Array.from({ length: count - 1 }, (_, rest) => sample(rest + 1))];
}
