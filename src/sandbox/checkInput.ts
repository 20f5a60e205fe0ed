import type { Model } from "../models/defineModel.ts";
import { parseInput } from "../models/parseInput.ts";
import { refuse } from "./answers.ts";

export type Body = Readonly<Record<string, unknown>>;

/** Largest width and height of an image, in pixels, so that no request can use up the memory. */
const longestSide = 4096;

const sizeKeys = ["img_width", "img_height", "width", "height"] as const;

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The body with the model's defaults filled in, or the service's refusal. Keys that the model does not have are let
 * through, as a service does.
 */
export function checkInput(model: Model, body: Body): Body | Response {
  const shape = model.input._zod.def.shape;
  const known = Object.fromEntries(Object.entries(body).filter(([key]) => key in shape));
  const parsed = parseInput(model, known);
  if (!parsed.ok) {
    const [field = "", why = ""] = Object.entries(parsed.fields)[0] ?? [];
    return body[field] === undefined
      ? refuse("bad-request", `Missing required field: ${field}`)
      : refuse("parameter-rejected", `Invalid value for parameter ${field}: ${why}`);
  }
  const huge = sizeKeys.find((key) => Number(body[key]) > longestSide);
  if (huge !== undefined) {
    return refuse(
      "parameter-rejected",
      `Invalid value for parameter ${huge}: Must be ${longestSide} or less.`,
    );
  }
  return { ...body, ...(parsed.input as Body) };
}
