import { expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { nameRejectedFields } from "./nameRejectedFields.ts";

test.each([
  ["Invalid value for parameter num_inference_steps", { num_inference_steps: "Invalid value." }],
  ["Invalid value for parameter seed", { seed: "Invalid value." }],
  ["Invalid value for parameter scheduler", { scheduler: "Invalid value." }],
  [
    "Invalid value for parameter img_width: Must be 4096 or less.",
    { img_width: "Must be 4096 or less." },
  ],
  ["guidance_scale must be at most 25", { guidance_scale: "must be at most 25" }],
  ["seed must be an integer", { seed: "must be an integer" }],
  ["scheduler: 'Eular a' isn't allowed", { scheduler: "'Eular a' isn't allowed" }],
  ["Missing required field: prompt", { prompt: "This field is required." }],
  ["prompt is required", { prompt: "This field is required." }],
  ["The prompt can't be processed with this seed", undefined],
  ["Bad request: the body is malformed or lacks a field", undefined],
])("finds the fields that the message names: %s", (message, fields) => {
  for (const code of ["parameter_rejected", "refused"] as const) {
    const error = nameRejectedFields(new EaselError(code, { message }), sdxlTorch);
    expect(error).toMatchObject({ code, message });
    expect(error.fields).toEqual(fields);
  }
});

test("keeps the fields of an error, and other errors", () => {
  const fields = { prompt: "Too long." };
  const named = new EaselError("parameter_rejected", { message: "seed: no", fields });
  const other = new EaselError("run_failed", { message: "seed: no" });
  expect(nameRejectedFields(named, sdxlTorch)).toBe(named);
  expect(nameRejectedFields(other, sdxlTorch)).toBe(other);
});

test("sends the rejected field to the browser", async () => {
  const { submit, sandbox } = createTestStack();
  sandbox.fail("submit", "parameter-rejected");
  const { status, body } = await submit({ prompt: "a red fox" });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    code: "parameter_rejected",
    charged: "no",
    fields: { num_inference_steps: "Invalid value." },
  });
});
