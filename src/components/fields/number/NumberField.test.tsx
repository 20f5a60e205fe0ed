import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../../../models/catalog/sdxlTxt2img.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { NumberField } from "./NumberField.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <NumberField name="guidance_scale" />, wrap: inForm });

const guidance = <NumberField name="guidance_scale" />;
const box = () => screen.getByRole<HTMLInputElement>("spinbutton");
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

test("names the box and the slider differently", () => {
  render(inForm(guidance));
  expect(screen.getByLabelText("Guidance scale")).toBe(box());
  expect(screen.getByLabelText("Adjust Guidance scale")).toBe(slider());
  expect([box().value, slider().value]).toEqual(["8", "8"]);
  const limits = ["now", "min", "max"].map((name) => box().getAttribute(`aria-value${name}`));
  expect(limits).toEqual(["8", "1", "25"]);
});

test("describes the box with the help and the range, and shows them on request", async () => {
  render(inForm(guidance));
  const range = screen.getByText("1 to 25");
  const help = range.parentElement;
  expect(help?.textContent).toMatch(/^Higher values follow the prompt/);
  expect(box().getAttribute("aria-describedby")).toBe(help?.id);
  expect(help?.dataset["easelKind"]).toBe("visually-hidden");
  const about = screen.getByRole("button", { name: "About Guidance scale", expanded: false });
  await userEvent.click(about);
  expect(about.getAttribute("aria-expanded")).toBe("true");
  expect(help?.dataset["easelKind"]).toBe("caption");
  await userEvent.click(about);
  expect(help?.dataset["easelKind"]).toBe("visually-hidden");
});

test("renders no help button without help", () => {
  const model = defineModel({
    id: "bare",
    title: "Bare",
    task: "text-to-image",
    input: z.object({ frames: z.number().default(4) }),
  });
  render(inForm(<NumberField<typeof model> name="frames" />, { model }));
  expect(screen.queryByRole("button")).toBeNull();
  expect(box().getAttribute("aria-describedby")).toBeNull();
});

test("sets the limits with Home and End, and moves the cursor if Shift is pressed", async () => {
  render(inForm(guidance));
  box().focus();
  await userEvent.keyboard("{Shift>}{Home}{/Shift}");
  expect(box().value).toBe("8");
  await userEvent.keyboard("{End}");
  expect(box().value).toBe("25");
  await userEvent.keyboard("{Home}");
  expect(box().value).toBe("1");
});

test("accepts an exact number with a decimal comma, between the slider's stops", async () => {
  const onGenerate = vi.fn();
  render(inForm(guidance, { onGenerate }));
  await write("7,53");
  expect(box().value).toBe("7,53");
  expect(await sent(onGenerate)).toMatchObject({ guidance_scale: 7.53 });
});

test("keeps a blank value blank and doesn't send it", async () => {
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
])("rejects %s with a message and leaves the text unchanged", async (text, message) => {
  render(inForm(guidance));
  await write(text);
  await userEvent.tab();
  expect(await screen.findByText(message)).not.toBeNull();
  expect(box().value).toBe(text);
  expect(box().getAttribute("aria-invalid")).toBe("true");
});

test("changes the value by the step on arrow keys, without floating-point errors", async () => {
  render(inForm(guidance, { defaultValues: { guidance_scale: 7.7 } }));
  box().focus();
  await userEvent.keyboard("{ArrowUp}{ArrowUp}");
  expect(box().value).toBe("7.9");
  await userEvent.keyboard("{ArrowDown}");
  expect(box().value).toBe("7.8");
});

test("changes the value by ten steps on page keys, within the model's limits", async () => {
  render(inForm(guidance, { defaultValues: { guidance_scale: 23.5 } }));
  box().focus();
  await userEvent.keyboard("{PageUp}");
  expect(box().value).toBe("24.5");
  await userEvent.keyboard("{PageUp}{ArrowUp}");
  expect(box().value).toBe("25");
  await userEvent.keyboard("{PageDown}");
  expect(box().value).toBe("24");
});

test("snaps to the model's multiples on blur", async () => {
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

test("ignores the mouse wheel", () => {
  render(inForm(guidance));
  box().focus();
  fireEvent.wheel(box(), { deltaY: 100 });
  expect(box().type).toBe("text");
  expect(box().value).toBe("8");
});

test("updates the box from the slider, in the model's steps", async () => {
  render(inForm(guidance));
  expect([slider().min, slider().max, slider().step]).toEqual(["1", "25", "0.1"]);
  fireEvent.change(slider(), { target: { value: "8.1" } });
  expect(box().value).toBe("8.1");
});

test("accepts values above the slider's maximum if the field has no upper limit", async () => {
  const onGenerate = vi.fn();
  render(inForm(<NumberField name="num_inference_steps" />, { model: sdxlTxt2img, onGenerate }));
  expect(screen.getByText("1 or more steps")).not.toBeNull();
  await write("400");
  expect(slider().value).toBe("100");
  expect(slider().getAttribute("aria-valuetext")).toBe("400 steps");
  expect(await sent(onGenerate)).toMatchObject({ num_inference_steps: 400 });
});

test("describes the control with its price mark only if the price is known", () => {
  const samples = <NumberField name="samples" />;
  const { rerender } = render(inForm(samples));
  expect(screen.queryByText("Affects price")).toBeNull();
  rerender(inForm(samples, { model: { ...sdxlTorch, price: () => 1 } }));
  const mark = screen.getByText("Affects price");
  expect(box().getAttribute("aria-describedby")).toContain(mark.id);
});

test("shows a warning that two fields share, and doesn't block submission", async () => {
  const onGenerate = vi.fn();
  render(inForm(<NumberField name="high_noise_fraction" />, { onGenerate }));
  expect(screen.queryByText(/no steps are left for the refiner/)).toBeNull();
  await write("1");
  expect(screen.getByText(/no steps are left for the refiner/)).not.toBeNull();
  expect(await sent(onGenerate)).toMatchObject({ high_noise_fraction: 1 });
});
