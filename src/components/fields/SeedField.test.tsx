import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { defineModel } from "../../models/index.ts";
import { describePart } from "../describePart.tsx";
import { inForm } from "../inForm.ts";
import { SeedField } from "./SeedField.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <SeedField name="seed" />, wrap: inForm });

const box = () => screen.getByLabelText<HTMLInputElement>("Seed");
const random = () => screen.getByRole("switch", { name: "Random each time" });
const isRandom = () => random().getAttribute("aria-checked") === "true";

async function sentSeed(onGenerate: ReturnType<typeof vi.fn>): Promise<unknown> {
  box().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  const input = onGenerate.mock.lastCall?.[0] as { seed: unknown } | undefined;
  return input?.seed;
}

test("is random until a seed is written", async () => {
  const onGenerate = vi.fn();
  render(inForm(<SeedField name="seed" />, { onGenerate }));
  expect(isRandom()).toBe(true);
  expect(box().value).toBe("");
  expect(await sentSeed(onGenerate)).toBe(-1);
});

test.each([
  ["999999999999999", 999_999_999_999_999],
  ["17123564234", 17_123_564_234],
  ["0", 0],
])("sends %s digit for digit", async (text, seed) => {
  const onGenerate = vi.fn();
  render(inForm(<SeedField name="seed" />, { onGenerate }));
  await userEvent.type(box(), text);
  expect(isRandom()).toBe(false);
  expect(await sentSeed(onGenerate)).toBe(seed);
});

test.each(["1000000000000000", "99999999999999999999", "1.5", "seven"])(
  "refuses %s in words",
  async (text) => {
    const onGenerate = vi.fn();
    render(inForm(<SeedField name="seed" />, { onGenerate }));
    await userEvent.type(box(), text);
    await userEvent.tab();
    expect(await screen.findByText(/^Must be /)).not.toBeNull();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onGenerate).not.toHaveBeenCalled();
  },
);

test("never rounds in silence, also where the schema would take what came of it", async () => {
  const input = z.object({ seed: z.number().meta({ "x-easel": { kind: "seed" } }) });
  const model = defineModel({ id: "loose", title: "Loose", task: "text-to-image", input });
  render(inForm(<SeedField name="seed" />, { model }));
  await userEvent.type(box(), "9007199254740993");
  await userEvent.tab();
  expect(await screen.findByText("Must be a number.")).not.toBeNull();
  expect(box().value).toBe("9007199254740993");
});

test("the switch keeps the seed for the way back", async () => {
  render(inForm(<SeedField name="seed" />, { defaultValues: { seed: 468_685 } }));
  await userEvent.click(random());
  expect(box().value).toBe("");
  await userEvent.click(random());
  expect(box().value).toBe("468685");
});

test("a new seed can be drawn", async () => {
  render(inForm(<SeedField name="seed" />));
  await userEvent.click(screen.getByRole("button", { name: "New random seed" }));
  expect(box().value).toMatch(/^\d{1,15}$/);
  expect(isRandom()).toBe(false);
});

test("a field with no word for random has no switch", () => {
  const input = z.object({ seed: z.int().min(0).default(42) });
  const model = defineModel({ id: "fixed", title: "Fixed", task: "text-to-image", input });
  render(inForm(<SeedField name="seed" />, { model }));
  expect(screen.queryByRole("switch")).toBeNull();
  expect(box().value).toBe("42");
});
