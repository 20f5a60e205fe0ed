import type { Model } from "../models/defineModel.ts";
import { isAmount } from "../protocol/isAmount.ts";
import type { Body } from "./checkInput.ts";

export interface SandboxTiming {
  readonly queueMs: number;
  readonly runMs: number;
}

const count = (value: unknown, preset: number): number =>
  typeof value === "number" && value > 0 ? value : preset;

/** Returns the relative cost of a job. One 1024 × 1024 image with 25 steps costs 1. */
function work(input: Body): number {
  const pixels = count(input["img_width"], 1024) * count(input["img_height"], 1024);
  const steps = count(input["num_inference_steps"], 25) / 25;
  return steps * count(input["samples"], 1) * (pixels / 1024 ** 2);
}

export function defaultTiming(model: Model, input: Body): SandboxTiming {
  const typicalMs = model.latency?.typicalMs ?? 5_000;
  const queueMs = Math.round(typicalMs * 0.1);
  return { queueMs, runMs: Math.round((typicalMs - queueMs) * (0.4 + 0.6 * work(input))) };
}

/** Returns a job's price, or undefined if the price is invalid. The handler reports invalid prices. */
function priceOf(model: Model, input: Body): number | undefined {
  try {
    const price: unknown = model.price?.(input);
    return isAmount(price) ? price : undefined;
  } catch {
    return undefined;
  }
}

export function costOf(model: Model, input: Body): number {
  const cost = priceOf(model, input) ?? 0.008 * work(input);
  return Math.max(0.0001, Math.round(cost * 1e4) / 1e4);
}
