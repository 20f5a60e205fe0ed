import type { Model } from "../models/defineModel.ts";
import { parseInput } from "../models/parseInput.ts";
import { refuse } from "./answers.ts";

export type Body = Readonly<Record<string, unknown>>;

const maxSide = 4096;

const sizeKeys = ["img_width", "img_height", "width", "height"] as const;

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the body with the model's defaults applied, or a refusal. Keeps unknown keys, as the service does. */
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
  const tooLarge = sizeKeys.find((key) => Number(body[key]) > maxSide);
  if (tooLarge !== undefined) {
    return refuse(
      "parameter-rejected",
      `Invalid value for parameter ${tooLarge}: Must be ${maxSide} or less.`,
    );
  }
  return { ...body, ...(parsed.input as Body) };
}
