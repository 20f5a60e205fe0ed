import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { sdxlTxt2img } from "../../../models/catalog/sdxlTxt2img.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { SizeField } from "./SizeField.tsx";

afterEach(cleanup);

describePart({
  part: "field",
  element: <SizeField name="img_width" />,
  wrap: (field) => inForm(field, { model: sdxlTxt2img }),
});

const send = () => userEvent.keyboard("{Control>}{Enter}{/Control}");
const free = <SizeField name="img_width" />;

test("renders nothing if the model has only one size", () => {
  render(inForm(free));
  expect(document.querySelector('[data-easel="field"]')).toBeNull();
});

test("sets both sides with an aspect ratio", async () => {
  const onGenerate = vi.fn();
  render(inForm(free, { model: sdxlTxt2img, onGenerate }));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /^1:1/ }).checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: /^16:9/ }));
  screen.getByLabelText("Width").focus();
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ img_width: 1024, img_height: 576 });
});

test("accepts exact pixels, and names an invalid side", async () => {
  render(inForm(free, { model: sdxlTxt2img }));
  const height = screen.getByLabelText("Height");
  await userEvent.clear(height);
  await userEvent.type(height, "0");
  await userEvent.tab();
  expect(await screen.findByText("Height: Must be 1 or more.")).not.toBeNull();
  expect(height.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText("Width").getAttribute("aria-invalid")).toBeNull();
});

test("renders many closed sizes as two lists", async () => {
  const side = () => z.literal([256, 512, 640, 768, 1024]).default(512);
  const input = z.object({ width: side(), height: side() });
  const model = defineModel({ id: "many", title: "Many", task: "text-to-image", input });
  const onGenerate = vi.fn();
  render(inForm(<SizeField<typeof model> name="height" />, { model, onGenerate }));
  await userEvent.selectOptions(screen.getByLabelText("Height"), "640");
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenLastCalledWith({ width: 512, height: 640 }));
});

test("renders a side without a counterpart alone", () => {
  const input = z.object({ width: z.int().min(64).max(1024).default(512) });
  const model = defineModel({ id: "alone", title: "Alone", task: "text-to-image", input });
  render(inForm(<SizeField<typeof model> name="width" />, { model }));
  expect(screen.getByRole("slider")).not.toBeNull();
});
