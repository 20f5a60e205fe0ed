import {
  act,
  cleanup,
  createEvent,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Profiler } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { EaselProvider } from "../../../hooks/EaselProvider.tsx";
import type { Attempt } from "../../../ledger/attempt.ts";
import { createLedger } from "../../../ledger/createLedger.ts";
import { memoryStorage } from "../../../ledger/memoryStorage.ts";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../../models/defineModel.ts";
import { writeRecipe } from "../../../models/recipes/writeRecipe.ts";
import { recipes } from "../../../runtime/recipes.ts";
import { PromptFormRoot } from "../../prompt-form/PromptFormRoot.tsx";
import { offerModule } from "../../recipes/offerModule.ts";
import { recentTextsModule } from "./recentTextsModule.ts";
import { TextField } from "./TextField.tsx";
import { weightModule } from "./useWeightKey.ts";

beforeAll(() =>
  Promise.all([recipes.load(), offerModule.load(), weightModule.load(), recentTextsModule.load()]),
);
afterEach(cleanup);

describePart({ part: "field", element: <TextField name="prompt" />, wrap: inForm });

const box = () => screen.getByLabelText<HTMLTextAreaElement>("Prompt");

function draw(prompt: string, name = "prompt") {
  return render(inForm(<TextField<Model> name={name} />, { defaultValues: { [name]: prompt } }));
}

function press(key: string, how: KeyboardEventInit = { ctrlKey: true }): void {
  fireEvent.keyDown(box(), { key, ...how });
}

test("uses the schema's label and help", () => {
  render(inForm(<TextField name="prompt" />));
  const described = box().getAttribute("aria-describedby")?.split(" ") ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent).join();
  expect(words).toContain("Describe the image.");
  expect(words).toContain("words");
  expect(box().getAttribute("aria-required")).toBe("true");
  expect(box().getAttribute("aria-invalid")).toBeNull();
});

test("shows an error for a blank prompt on submit, but not on blur", async () => {
  render(inForm(<TextField name="prompt" />));
  await userEvent.clear(box());
  await userEvent.tab();
  expect(screen.queryByText("Write a prompt.")).toBeNull();
  fireEvent.submit(box().closest("form") as HTMLFormElement);
  const message = await screen.findByText("Write a prompt.");
  expect(box().getAttribute("aria-describedby")).toContain(message.id);
});

test("doesn't re-render while typing", async () => {
  const drawn = vi.fn();
  render(
    inForm(
      <Profiler id="prompt" onRender={drawn}>
        <TextField name="prompt" />
      </Profiler>,
      { defaultValues: { prompt: "a fox" } },
    ),
  );
  // The box is uncontrolled, so only the count re-renders, after a pause.
  await userEvent.click(box());
  drawn.mockClear();
  for (const text of ["a fox i", "a fox in", "a fox in s"]) {
    fireEvent.input(box(), { target: { value: text } });
  }
  expect(drawn).not.toHaveBeenCalled();
  await screen.findByText(/^4 words/);
  expect(drawn).toHaveBeenCalledOnce();
});

test("shows values set from outside", async () => {
  const onGenerate = vi.fn();
  const { rerender } = render(inForm(<TextField name="prompt" />, { onGenerate, fieldErrors: {} }));
  fireEvent.input(box(), { target: { value: "a fox" } });
  rerender(inForm(<TextField name="prompt" />, { onGenerate, fieldErrors: { prompt: "No." } }));
  expect(await screen.findByText("No.")).not.toBeNull();
  fireEvent.input(box(), { target: { value: "a red fox" } });
  await waitFor(() => expect(screen.queryByText("No.")).toBeNull());
  press("Enter");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ prompt: "a red fox" });
});

test("changes and announces the weight of the word at the caret on Ctrl or Cmd with an arrow", () => {
  draw("a red fox");
  box().setSelectionRange(4, 4);
  press("ArrowUp");
  expect(box().value).toBe("a (red:1.1) fox");
  expect(screen.getByText("Weight of “red”: 1.1.")).not.toBeNull();
  press("ArrowUp", { metaKey: true });
  expect(box().value).toBe("a (red:1.2) fox");
  press("ArrowDown");
  press("ArrowDown");
  expect(box().value).toBe("a red fox");
  expect([box().selectionStart, box().selectionEnd]).toEqual([4, 4]);
  box().setSelectionRange(2, 9);
  press("ArrowDown");
  expect(box().value).toBe("a (red fox:0.9)");
});

test("ignores keys during input method composition, and keys with Shift or Alt", () => {
  draw("a red fox");
  box().setSelectionRange(4, 4);
  press("ArrowUp", { ctrlKey: true, isComposing: true });
  press("ArrowUp", { ctrlKey: true, shiftKey: true });
  press("ArrowUp", { ctrlKey: true, altKey: true });
  press("ArrowUp", {});
  expect(box().value).toBe("a red fox");
});

test("announces that there is no word at the caret, and keeps the caret in place", () => {
  draw("a  fox");
  box().setSelectionRange(2, 2);
  const event = createEvent.keyDown(box(), { key: "ArrowUp", ctrlKey: true });
  fireEvent(box(), event);
  expect(event.defaultPrevented).toBe(true);
  expect(screen.getByText("Place the cursor on a word first.")).not.toBeNull();
});

test("counts words and characters, and warns above the model's limit", async () => {
  draw("a red fox, in snow");
  expect(screen.getByText("5 words, 18 characters")).not.toBeNull();
  expect(screen.getByText("about 6 of 75 tokens")).not.toBeNull();
  fireEvent.input(box(), { target: { value: "red fox, ".repeat(40) } });
  expect(
    await screen.findByText(/about 120 of 75 tokens\. The end of your prompt may be ignored\./),
  ).not.toBeNull();
});

const recipe = writeRecipe(sdxlTorch, { prompt: "a heron", seed: 7, num_inference_steps: 40 });

function paste(text: string): boolean {
  const event = createEvent.paste(box(), { clipboardData: { getData: () => text } });
  act(() => void fireEvent(box(), event));
  return event.defaultPrevented;
}

test("asks before a pasted recipe fills the form, and can undo it", async () => {
  const onGenerate = vi.fn();
  render(
    inForm(<TextField name="prompt" />, {
      onGenerate,
      defaultValues: { prompt: "a fox", seed: 3 },
    }),
  );
  expect(paste(recipe.replace("Version: Easel", "Clip skip: 2, Version: Easel"))).toBe(true);
  expect(box().value).toBe("a fox");
  const dialog = screen.getByRole("dialog", { name: "Apply these settings?" });
  expect(dialog.textContent).toContain("Sets Prompt, Steps, and Seed.");
  expect(dialog.textContent).toContain("Not supported by this model: Clip skip (2).");
  expect(document.activeElement?.textContent).toBe("Apply");
  await userEvent.keyboard("{Enter}");
  expect(box().value).toBe("a heron");
  expect(document.activeElement).toBe(box());
  const send = async (expected: Record<string, unknown>) => {
    press("Enter");
    await waitFor(() => expect(onGenerate.mock.lastCall?.[0]).toMatchObject(expected));
  };
  await send({ prompt: "a heron", seed: 7, num_inference_steps: 40 });
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(box().value).toBe("a fox");
  expect(document.activeElement).toBe(box());
  await send({ prompt: "a fox", seed: 3, num_inference_steps: 25 });
});

test("lists up to twenty settings that the model can't use, and omits empty ones", async () => {
  draw("a fox");
  const rest = Array.from({ length: 100 }, (_, at) => `x${at + 1}: 1`).join(", ");
  paste(`a heron\nSteps: 40, Seed: 7, Sampler: Euler a, resources: [], ${rest}`);
  const { textContent } = await screen.findByRole("dialog");
  expect(textContent).toContain("x20 (1), and 80 more.");
  expect(textContent).not.toContain("x21");
  expect(textContent).not.toContain("resources");
});

test("can paste a recipe as text at the selection", async () => {
  draw("a fox");
  box().setSelectionRange(0, 5);
  paste(recipe);
  await userEvent.click(screen.getByRole("button", { name: "Paste as text" }));
  expect(box().value).toBe(recipe);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("dismisses the offer on Escape", async () => {
  draw("a fox");
  paste(recipe);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(box().value).toBe("a fox");
  expect(document.activeElement).toBe(box());
});

test("pastes a recipe as text until the parser is loaded", () => {
  const now = vi.spyOn(recipes, "loaded").mockReturnValue(undefined);
  draw("a fox");
  expect(paste(recipe)).toBe(false);
  now.mockRestore();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("doesn't mistake a pasted prompt for a recipe", () => {
  draw("a fox");
  expect(paste("a heron, (golden hour:1.2)")).toBe(false);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("collapses a negative prompt with a preview, and expands it for an error", async () => {
  const { rerender } = draw("blurry, lowres", "negative_prompt");
  const fold = () => document.querySelector("details");
  expect(fold()?.open).toBe(false);
  expect(fold()?.querySelector("summary")?.textContent).toBe("Negative promptblurry, lowres");
  rerender(
    inForm(<TextField name="negative_prompt" />, { fieldErrors: { negative_prompt: "Too long." } }),
  );
  await waitFor(() => expect(fold()?.open).toBe(true));
  expect(screen.getByLabelText("Negative prompt").getAttribute("aria-invalid")).toBe("true");
});

test("labels an empty negative prompt as empty", () => {
  draw("", "negative_prompt");
  expect(document.querySelector("summary")?.textContent).toBe("Negative promptEmpty");
});

function attempt(attemptId: string, prompt: string): Attempt {
  return {
    attemptId,
    modelId: "sdxl-torch",
    scope: "s",
    input: { prompt },
    startedAt: Number(attemptId),
    submit: "taken",
    requestId: attemptId,
    detached: false,
  };
}

test("offers recent texts by keyboard, without duplicates and with undo", async () => {
  const storage = memoryStorage();
  const never = () => new Promise<never>(() => {});
  const client = { submit: never, getStatus: never, getResult: never };
  const ledger = createLedger({ storage, name: ":anna" });
  for (const [index, prompt] of ["a heron", "a fox", "a heron"].entries()) {
    await ledger.write(attempt(String(index + 1), prompt));
  }
  const formOf = (userKey: string) => (
    <EaselProvider client={client} storage={storage} userKey={userKey}>
      <PromptFormRoot model={sdxlTorch} onGenerate={() => {}}>
        <TextField name="prompt" />
      </PromptFormRoot>
    </EaselProvider>
  );
  const { unmount } = render(formOf("bert"));
  expect(screen.queryByRole("button", { name: "Recent: Prompt" })).toBeNull();
  unmount();
  render(formOf("anna"));
  screen.getByRole("button", { name: "Recent: Prompt" }).focus();
  await userEvent.keyboard("{Enter}");
  const items = await screen.findAllByRole("menuitem");
  expect(items.map(({ textContent }) => textContent)).toEqual(["a heron", "a fox"]);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(box().value).toBe("a fox");
  expect(document.activeElement).toBe(box());
});

test("clears the prompt, and moves focus to the box", async () => {
  render(inForm(<TextField name="prompt" />));
  await userEvent.click(screen.getByRole("button", { name: "Clear prompt" }));
  expect(box().value).toBe("");
  expect(document.activeElement).toBe(box());
});

test("says what to write in an empty box", () => {
  const { rerender } = render(inForm(<TextField name="prompt" />));
  expect(box().placeholder).toBe("Describe your image…");
  rerender(inForm(<TextField name="prompt" />, { model: sdxlImg2img }));
  expect(box().placeholder).toBe("Describe what to change…");
  rerender(inForm(<TextField name="negative_prompt" />));
  const negative = screen.getByLabelText<HTMLTextAreaElement>("Negative prompt");
  expect(negative.placeholder).toBe("What to avoid…");
});

test("marks the count from 80% of the token limit", () => {
  const count = () => document.querySelector<HTMLElement>('[data-easel="prompt-count"]')?.dataset;
  const words = (many: number) => ({ defaultValues: { prompt: "fox ".repeat(many) } });
  render(inForm(<TextField name="prompt" />, words(60)));
  expect(count()).not.toHaveProperty("near");
  cleanup();
  render(inForm(<TextField name="prompt" />, words(61)));
  expect(count()).toHaveProperty("near");
});
