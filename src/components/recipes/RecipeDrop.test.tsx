import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { encode } from "fast-png";
import { afterEach, expect, test } from "vitest";
import { inForm } from "../../../test/parts/inForm.tsx";
import { writeImageText } from "../../images/imageText.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { writeRecipe } from "../../models/recipes/writeRecipe.ts";
import { TextField } from "../fields/text/TextField.tsx";

afterEach(cleanup);

const png = new Blob([
  encode({ width: 1, height: 1, data: new Uint8Array(4), channels: 4 }).slice(),
]);
const prompt = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Prompt/ });

function drop(file: Blob): void {
  const form = document.querySelector("form") as HTMLFormElement;
  fireEvent.drop(form, { dataTransfer: { files: [file], types: ["Files"] } });
}

test("asks before it fills the form from a dropped image's recipe", async () => {
  const recipe = writeRecipe(sdxlTorch, { prompt: "a red fox", seed: 7 });
  render(inForm(<TextField name="prompt" />, { defaultValues: { prompt: "a hare" } }));
  drop(await writeImageText(png, recipe));
  const fill = await screen.findByRole("button", { name: "Apply" });
  expect(prompt().value).toBe("a hare");
  await userEvent.click(fill);
  expect(prompt().value).toBe("a red fox");
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(prompt().value).toBe("a hare");
});

test("resets fields that the recipe omits, and restores them on Undo", async () => {
  const negative = () => screen.getByLabelText<HTMLTextAreaElement>("Negative prompt");
  render(
    inForm(
      <>
        <TextField name="prompt" />
        <TextField name="negative_prompt" />
      </>,
      { defaultValues: { prompt: "a hare", negative_prompt: "blurry" } },
    ),
  );
  drop(await writeImageText(png, writeRecipe(sdxlTorch, { prompt: "a red fox" })));
  await screen.findByRole("dialog");
  expect(screen.getByText("All other settings are reset to the model’s defaults.")).not.toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Apply" }));
  expect(negative().value).toBe("");
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(negative().value).toBe("blurry");
});

test("reads text and JSON files, unless they are too large for a recipe", async () => {
  render(inForm(<TextField name="prompt" />, { defaultValues: { prompt: "a hare" } }));
  const payload = JSON.stringify({ prompt: "a red fox", seed: 7 });
  drop(new Blob([payload, " ".repeat(2_000_000)], { type: "text/plain" }));
  await screen.findByText("No settings found in this file.");
  drop(new Blob([payload], { type: "application/json" }));
  await screen.findByRole("button", { name: "Apply" });
});

test("dismisses the offer", async () => {
  render(inForm(<TextField name="prompt" />, { defaultValues: { prompt: "a hare" } }));
  drop(await writeImageText(png, writeRecipe(sdxlTorch, { prompt: "a red fox" })));
  await userEvent.click(await screen.findByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(prompt().value).toBe("a hare");
});

test("announces a file without a recipe", async () => {
  render(inForm(<TextField name="prompt" />));
  drop(png);
  await screen.findByText("No settings found in this file.");
});
