import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { EaselProvider } from "../../../hooks/EaselProvider.tsx";
import { createLedger } from "../../../ledger/createLedger.ts";
import { memoryStorage } from "../../../ledger/memoryStorage.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { PromptFormRoot } from "../../prompt-form/PromptFormRoot.tsx";
import { SeedField } from "./SeedField.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <SeedField name="seed" />, wrap: inForm });

const box = () => screen.getByLabelText<HTMLInputElement>("Seed");
const random = () => screen.getByRole<HTMLInputElement>("switch", { name: "Random each time" });
const isRandom = () => random().checked;

async function sentSeed(onGenerate: ReturnType<typeof vi.fn>): Promise<unknown> {
  box().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  const input = onGenerate.mock.lastCall?.[0] as { seed: unknown } | undefined;
  return input?.seed;
}

test("is random until a seed is entered", async () => {
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
])("sends every digit of %s", async (text, seed) => {
  const onGenerate = vi.fn();
  render(inForm(<SeedField name="seed" />, { onGenerate }));
  await userEvent.type(box(), text);
  expect(isRandom()).toBe(false);
  expect(await sentSeed(onGenerate)).toBe(seed);
});

test.each(["1000000000000000", "99999999999999999999", "1.5", "seven"])(
  "rejects %s with a message",
  async (text) => {
    const onGenerate = vi.fn();
    render(inForm(<SeedField name="seed" />, { onGenerate }));
    await userEvent.type(box(), text);
    await userEvent.tab();
    expect(await screen.findByText(/^Must be /)).not.toBeNull();
    expect(box().value).toBe(text);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onGenerate).not.toHaveBeenCalled();
  },
);

test("rejects more digits than a number can hold", async () => {
  const input = z.object({ seed: z.number().meta({ "x-easel": { kind: "seed" } }) });
  const model = defineModel({ id: "loose", title: "Loose", task: "text-to-image", input });
  render(inForm(<SeedField name="seed" />, { model }));
  await userEvent.type(box(), "9007199254740993");
  await userEvent.tab();
  expect(await screen.findByText("Must be a number.")).not.toBeNull();
  expect(box().value).toBe("9007199254740993");
});

test("restores the seed when random is switched off", async () => {
  render(inForm(<SeedField name="seed" />, { defaultValues: { seed: 468_685 } }));
  await userEvent.click(random());
  expect(box().value).toBe("");
  await userEvent.click(random());
  expect(box().value).toBe("468685");
});

test("replaces a seed that was too long", async () => {
  render(inForm(<SeedField name="seed" />));
  await userEvent.type(box(), "99999999999999999999");
  await userEvent.click(screen.getByRole("button", { name: "New random seed" }));
  expect(box().value).toMatch(/^\d{1,15}$/);
});

test("generates a new seed", async () => {
  render(inForm(<SeedField name="seed" />));
  await userEvent.click(screen.getByRole("button", { name: "New random seed" }));
  expect(box().value).toMatch(/^\d{1,15}$/);
  expect(isRandom()).toBe(false);
});

test("steps up and down within the range", async () => {
  render(inForm(<SeedField name="seed" />, { defaultValues: { seed: 1 } }));
  const lower = screen.getByRole("button", { name: "Decrease seed" });
  await userEvent.click(lower);
  await userEvent.click(lower);
  expect(box().value).toBe("0");
  expect(isRandom()).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Increase seed" }));
  expect(box().value).toBe("1");
});

test("steps to the largest seed exactly", async () => {
  render(inForm(<SeedField name="seed" />, { defaultValues: { seed: 999_999_999_999_998 } }));
  const higher = screen.getByRole("button", { name: "Increase seed" });
  await userEvent.click(higher);
  await userEvent.click(higher);
  expect(box().value).toBe("999999999999999");
});

test("without a seed, disables the step buttons and offers no last used seed", () => {
  render(inForm(<SeedField name="seed" />));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Increase seed" }).disabled).toBe(
    true,
  );
  expect(screen.queryByRole("button", { name: /Last used/ })).toBeNull();
});

test("extracts a seed from pasted text", async () => {
  render(inForm(<SeedField name="seed" />));
  box().focus();
  await userEvent.paste("Seed: 999,999,999,999,999\n");
  expect(box().value).toBe("999999999999999");
  expect(isRandom()).toBe(false);
});

test("offers the last job's seed and its neighbors", async () => {
  const storage = memoryStorage();
  const ledger = createLedger({ storage, name: ":" });
  const run = {
    modelId: "sdxl-torch",
    scope: "s",
    submit: "taken" as const,
    detached: false,
    input: { seed: -1 },
  };
  const result = { requestId: "r", images: [], seed: 17_123_564_234, metrics: {}, body: {} };
  await ledger.write({ ...run, attemptId: "1", requestId: "r", startedAt: 1, result });
  await ledger.write({ ...run, attemptId: "2", requestId: "r2", startedAt: 2 });
  const never = () => new Promise<never>(() => {});
  const client = { submit: never, getStatus: never, getResult: never };
  render(
    <EaselProvider client={client} storage={storage}>
      <PromptFormRoot model={sdxlTorch} onGenerate={() => {}}>
        <SeedField name="seed" />
      </PromptFormRoot>
    </EaselProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Increase seed" }));
  expect(box().value).toBe("17123564235");
  await userEvent.click(screen.getByRole("button", { name: "Last used: 17123564234" }));
  expect(box().value).toBe("17123564234");
  expect(screen.queryByRole("button", { name: /Last used/ })).toBeNull();
});

test("has no switch if the field has no value for random", () => {
  const input = z.object({ seed: z.int().min(0).default(42) });
  const model = defineModel({ id: "fixed", title: "Fixed", task: "text-to-image", input });
  render(inForm(<SeedField name="seed" />, { model }));
  expect(screen.queryByRole("switch")).toBeNull();
  expect(box().value).toBe("42");
});
