import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { sdxlTxt2img } from "../../../models/catalog/sdxlTxt2img.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { NumberField } from "./NumberField.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <NumberField name="guidance_scale" />, wrap: inForm });

const guidance = <NumberField name="guidance_scale" />;
const box = () => screen.getByRole<HTMLInputElement>("textbox");
const slider = () => screen.getByRole<HTMLInputElement>("slider");

async function write(text: string): Promise<void> {
  await userEvent.clear(box());
  if (text !== "") await userEvent.type(box(), text);
}

async function sent(onGenerate: ReturnType<typeof vi.fn>): Promise<unknown> {
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  return onGenerate.mock.lastCall?.[0];
}

test("shows slider, box and range, all by the label's name", () => {
  render(inForm(guidance));
  expect(box().value).toBe("8");
  expect(slider().value).toBe("8");
  expect(document.getElementById(slider().getAttribute("aria-labelledby") ?? "")?.textContent).toBe(
    "Guidance scale",
  );
  expect(screen.getByText("1 to 25")).not.toBeNull();
});

test("takes an exact number with a decimal comma, beside the slider's stops", async () => {
  const onGenerate = vi.fn();
  render(inForm(guidance, { onGenerate }));
  await write("7,53");
  expect(box().value).toBe("7,53");
  expect(await sent(onGenerate)).toMatchObject({ guidance_scale: 7.53 });
});

test("a blank stays blank and leaves the value to the model", async () => {
  const onGenerate = vi.fn();
  render(inForm(<NumberField name="num_inference_steps" />, { model: sdxlTxt2img, onGenerate }));
  await write("");
  await userEvent.tab();
  expect(box().value).toBe("");
  expect(box().placeholder).toBe("Default");
  box().focus();
  expect(await sent(onGenerate)).not.toHaveProperty("num_inference_steps");
});

test.each([
  ["40", "Must be 25 or less."],
  ["much", "Must be a number."],
])("refuses %s in words and changes nothing of it", async (text, message) => {
  render(inForm(guidance));
  await write(text);
  await userEvent.tab();
  expect(await screen.findByText(message)).not.toBeNull();
  expect(box().value).toBe(text);
  expect(box().getAttribute("aria-invalid")).toBe("true");
});

test("arrow keys go by the step, without a trace of binary fractions", async () => {
  render(inForm(guidance, { defaultValues: { guidance_scale: 7.7 } }));
  box().focus();
  await userEvent.keyboard("{ArrowUp}{ArrowUp}");
  expect(box().value).toBe("7.9");
  await userEvent.keyboard("{ArrowDown}");
  expect(box().value).toBe("7.8");
});

test("page keys go ten steps, and keys stop at the model's limits", async () => {
  render(inForm(guidance, { defaultValues: { guidance_scale: 23.5 } }));
  box().focus();
  await userEvent.keyboard("{PageUp}");
  expect(box().value).toBe("24.5");
  await userEvent.keyboard("{PageUp}{ArrowUp}");
  expect(box().value).toBe("25");
  await userEvent.keyboard("{PageDown}");
  expect(box().value).toBe("24");
});

test("snaps to the multiples that the model wants, once it is left", async () => {
  const onGenerate = vi.fn();
  const tile = z.int().min(64).max(1024).multipleOf(8).default(512);
  const model = defineModel({
    id: "tiles",
    title: "Tiles",
    task: "text-to-image",
    input: z.object({ tile: tile.meta({ "x-easel": { unit: "px" } }) }),
  });
  render(inForm(<NumberField<typeof model> name="tile" />, { model, onGenerate }));
  expect(screen.getByText("64 to 1024 px, in steps of 8")).not.toBeNull();
  expect(slider().getAttribute("aria-valuetext")).toBe("512 px");
  await write("333");
  expect(box().value).toBe("333");
  await userEvent.tab();
  expect(box().value).toBe("336");
  box().focus();
  await userEvent.keyboard("{ArrowUp}");
  expect(await sent(onGenerate)).toEqual({ tile: 344 });
});

test("the wheel changes nothing", () => {
  render(inForm(guidance));
  box().focus();
  fireEvent.wheel(box(), { deltaY: 100 });
  expect(box().type).toBe("text");
  expect(box().value).toBe("8");
});

test("the slider moves the box along, by the model's step", async () => {
  render(inForm(guidance));
  expect([slider().min, slider().max, slider().step]).toEqual(["1", "25", "0.1"]);
  fireEvent.change(slider(), { target: { value: "8.1" } });
  expect(box().value).toBe("8.1");
});

test("a field without an upper limit has a slider that suggests, and takes more", async () => {
  const onGenerate = vi.fn();
  render(inForm(<NumberField name="num_inference_steps" />, { model: sdxlTxt2img, onGenerate }));
  expect(screen.getByText("1 or more steps")).not.toBeNull();
  await write("400");
  expect(slider().value).toBe("100");
  expect(slider().getAttribute("aria-valuetext")).toBe("400 steps");
  expect(await sent(onGenerate)).toMatchObject({ num_inference_steps: 400 });
});

test("describes the control with its price mark", () => {
  render(inForm(<NumberField name="samples" />));
  const mark = screen.getByText("Affects price");
  expect(box().getAttribute("aria-describedby")).toContain(mark.id);
});

test("shows a warning of two fields beside each, and stops nothing", async () => {
  const onGenerate = vi.fn();
  render(inForm(<NumberField name="high_noise_fraction" />, { onGenerate }));
  expect(screen.queryByText(/no steps are left for the refiner/)).toBeNull();
  await write("1");
  expect(screen.getByText(/no steps are left for the refiner/)).not.toBeNull();
  expect(await sent(onGenerate)).toMatchObject({ high_noise_fraction: 1 });
});
