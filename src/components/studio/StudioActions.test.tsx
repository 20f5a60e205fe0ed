import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { defineModel, type Model } from "../../models/defineModel.ts";
import { Studio, type StudioProps } from "./Studio.tsx";

const upscaler = defineModel({
  id: "upscaler",
  title: "Upscaler",
  task: "upscale",
  input: z.object({ image: z.url(), scale: z.int().min(2).max(4).default(2) }),
});

type Input = Readonly<Record<string, unknown>>;

/** Renders a Studio with a client whose jobs complete immediately, and counts the user's clicks. */
async function showStudio(props: StudioProps<Model> = {}) {
  const sent: { readonly modelId: string; readonly input: Input }[] = [];
  /** Reports the seed that was sent, like the service. */
  const seedOf = (requestId: string) => {
    const seed = Number(sent[Number(requestId.slice(4)) - 1]?.input["seed"] ?? -1);
    return seed < 0 ? 468685 : seed;
  };
  const client: Client = {
    submit: (modelId, input) => {
      sent.push({ modelId, input: input as Input });
      return Promise.resolve({ requestId: `job-${sent.length}`, state: "completed" });
    },
    getStatus: (requestId) => Promise.resolve({ requestId, state: "completed" }),
    getResult: (requestId) =>
      Promise.resolve({
        requestId,
        images: [{ url: `https://files.test/${requestId}.png` }],
        seed: seedOf(requestId),
        body: {},
      }),
  };
  render(
    <EaselProvider client={client}>
      <Studio<Model> models={[sdxlTorch, sd21Txt2img, sdxlImg2img]} {...props} />
    </EaselProvider>,
  );
  await generate("a red fox");
  const clicks = vi.fn();
  document.addEventListener("click", clicks);
  return { sent, clicks };
}

async function generate(prompt: string) {
  const box = screen.getByRole("textbox", { name: "Prompt" });
  await userEvent.clear(box);
  await userEvent.type(box, prompt);
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await screen.findByRole("img", { name: prompt });
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole("button", { name }));
const imageUrl = () =>
  document.querySelector('[data-easel="image-result-image"]')?.getAttribute("src");

/** Advances the clock past the time in which a second submission counts as part of a double click. */
function endDoubleClick() {
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 1_000);
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("generates with a new seed in one click, and submits once", async () => {
  const { sent, clicks } = await showStudio({ defaultValues: { seed: 7 } });
  await press("New seed");
  expect(clicks).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual({ modelId: sdxlTorch.id, input: { ...sent[0]?.input, seed: -1 } });
});

test("starts from an image in one click, keeps the prompt, and focuses it", async () => {
  const { sent, clicks } = await showStudio();
  await press("Use as start image");
  expect(clicks).toHaveBeenCalledTimes(1);
  const prompt = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
  await waitFor(() => expect(document.activeElement).toBe(prompt));
  expect(prompt.value).toBe("a red fox");
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlImg2img.id);
  expect(sent).toHaveLength(1);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    modelId: sdxlImg2img.id,
    input: { image: "https://files.test/job-1.png", prompt: "a red fox" },
  });
});

test("returns to the earlier model when the start image is removed, and undoes that", async () => {
  const { sent } = await showStudio();
  const modelId = () => screen.getByLabelText<HTMLSelectElement>("Model").value;
  const removeImage = async () => {
    const preview = await screen.findByRole("img", { name: "Start image: preview" });
    const field = within(preview.closest<HTMLElement>('[data-kind="image"]') as HTMLElement);
    await userEvent.click(field.getByRole("button", { name: "Remove" }));
    await screen.findByText(/^Start image removed\. Model: Stable Diffusion XL 1\.0\./);
    expect(modelId()).toBe(sdxlTorch.id);
  };
  await press("Use as start image");
  await removeImage();
  await press("Undo");
  expect(modelId()).toBe(sdxlImg2img.id);
  await removeImage();
  endDoubleClick();
  await press("Generate");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ modelId: sdxlTorch.id, input: { prompt: "a red fox" } });
});

test("previews the start image at once, and other URLs only on request", async () => {
  await showStudio();
  await press("Use as start image");
  const preview = await screen.findByRole("img", { name: "Start image: preview" });
  expect(preview.getAttribute("src")).toBe("https://files.test/job-1.png");
  cleanup();
  await showStudio({ defaultValues: { image: "https://other.test/1.png" } });
  await userEvent.selectOptions(screen.getByLabelText("Model"), sdxlImg2img.id);
  await screen.findByRole("button", { name: "Show preview" });
  expect(screen.queryByRole("img", { name: "Start image: preview" })).toBeNull();
});

test("upscales an image with the model for it, and returns to the earlier settings", async () => {
  const { sent, clicks } = await showStudio({ models: [sdxlTorch, upscaler] });
  expect(screen.queryByRole("button", { name: "Use as start image" })).toBeNull();
  await press("More actions");
  await press("Upscale");
  expect(clicks).toHaveBeenCalledTimes(2);
  const preview = await screen.findByRole("img", { name: "Image: preview" });
  expect(preview.getAttribute("src")).toBe("https://files.test/job-1.png");
  await waitFor(() => expect(document.activeElement?.closest('[data-kind="image"]')).toBeTruthy());
  await press("Undo");
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlTorch.id);
  await press("More actions");
  await press("Upscale");
  await press("Generate");
  await waitFor(() => expect(sent).toHaveLength(2));
  const input = { image: "https://files.test/job-1.png", scale: 2 };
  expect(sent[1]).toEqual({ modelId: upscaler.id, input });
});

test("asks before it generates the same image again", async () => {
  const { sent } = await showStudio({ defaultValues: { seed: 7 } });
  await press("More actions");
  await press("Generate again");
  const question = await screen.findByRole("group", { name: /^You already generated this/ });
  const answers = within(question).getAllByRole("button");
  expect(document.activeElement).toBe(answers[0]);
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Generate again" }));
  expect(sent).toHaveLength(1);
  await press("Generate again");
  endDoubleClick();
  await press("Generate anyway");
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
  expect(sent[1]).toEqual(sent[0]);
  await press("More actions");
  await press("Generate again");
  await press("Use a new seed");
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-3.png"));
  expect(sent[2]).toEqual({ modelId: sdxlTorch.id, input: { ...sent[0]?.input, seed: -1 } });
});

test("asks before it generates with another model for the second time", async () => {
  const { sent } = await showStudio({ defaultValues: { seed: 7 } });
  await press("More actions");
  await press(/^Stable Diffusion 2.1/);
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
  await press(/^Generation 1, /);
  await press("More actions");
  await press(/^Stable Diffusion 2.1/);
  await screen.findByRole("group", { name: /^You already generated this/ });
  expect(sent).toHaveLength(2);
  endDoubleClick();
  await press("Generate anyway");
  await waitFor(() => expect(sent).toHaveLength(3));
});

test("varies an image of a model that takes images", async () => {
  const { sent } = await showStudio();
  await press("Use as start image");
  await screen.findByLabelText("Model");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
  await press("Vary");
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]?.modelId).toBe(sdxlImg2img.id);
  expect(sent[2]?.input).toMatchObject({ image: "https://files.test/job-2.png", strength: 0.35 });
});

test("generates the same settings with another model in two clicks", async () => {
  const { sent, clicks } = await showStudio();
  await press("More actions");
  await press(/^Stable Diffusion 2.1/);
  expect(clicks).toHaveBeenCalledTimes(2);
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({ modelId: sd21Txt2img.id, input: { prompt: "a red fox" } });
});

test("compares two generations in three clicks", async () => {
  const { clicks } = await showStudio();
  await generate("a blue fox");
  clicks.mockClear();
  await press("More actions");
  await press("Another generation…");
  await screen.findByText("Choose a generation to compare with.");
  await press(/^Generation 1, /);
  expect(clicks).toHaveBeenCalledTimes(3);
  await screen.findByRole("slider", { name: "Comparison slider" });
  expect(screen.queryByText("Choose a generation to compare with.")).toBeNull();
  const compared = screen.getAllByRole("img").map((image) => image.getAttribute("src"));
  expect(compared).toEqual(["https://files.test/job-1.png", "https://files.test/job-2.png"]);
  await userEvent.keyboard("{Escape}");
  expect(imageUrl()).toBe("https://files.test/job-2.png");
});

test("compares with the shown image on Shift and a click on another generation", async () => {
  await showStudio();
  await generate("a blue fox");
  fireEvent.click(screen.getByRole("button", { name: /^Generation 1, / }), { shiftKey: true });
  await screen.findByRole("slider", { name: "Comparison slider" });
  const compared = screen.getAllByRole("img").map((image) => image.getAttribute("src"));
  expect(compared).toEqual(["https://files.test/job-1.png", "https://files.test/job-2.png"]);
});

/** Opens the history and selects generations. */
async function selectInHistory() {
  await press("History");
  await press("Select all");
}

/** Opens the history and the menu of a generation. */
async function openInHistory(prompt: string) {
  // The list is virtualized, so it needs a size, which the test environment doesn't compute.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(80);
  await press("History");
  await press(`More actions: ${prompt}`);
}

test("compares two generations from the history on the stage", async () => {
  const { clicks } = await showStudio();
  await generate("a blue fox");
  await press(/^Generation 1, /);
  clicks.mockClear();
  await selectInHistory();
  await press("Compare");
  expect(clicks).toHaveBeenCalledTimes(3);
  await screen.findByRole("slider", { name: "Comparison slider" });
  expect(screen.queryByRole("dialog")).toBeNull();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
});

test("compares a generation from the history with the current image in three clicks", async () => {
  const { clicks } = await showStudio();
  await generate("a blue fox");
  clicks.mockClear();
  await openInHistory("a red fox");
  await press("Compare with current image");
  expect(clicks).toHaveBeenCalledTimes(3);
  await screen.findByRole("slider", { name: "Comparison slider" });
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
});

test("sends a generation of the history with a new seed", async () => {
  const { sent } = await showStudio({ defaultValues: { seed: 7 } });
  await openInHistory("a red fox");
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(await dialog.findByRole("button", { name: "New seed" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.input).toMatchObject({ prompt: "a red fox", seed: -1 });
});

test("starts from an image of the history", async () => {
  await showStudio();
  await openInHistory("a red fox");
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(await dialog.findByRole("button", { name: "Use as start image" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  const preview = await screen.findByRole("img", { name: "Start image: preview" });
  expect(preview.getAttribute("src")).toBe("https://files.test/job-1.png");
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Prompt" })),
  );
});

test("cancels the choice of a second image", async () => {
  await showStudio();
  await generate("a blue fox");
  await press("More actions");
  await press("Another generation…");
  await press("Cancel");
  await press(/^Generation 1, /);
  expect(screen.queryByRole("slider", { name: "Comparison slider" })).toBeNull();
  expect(imageUrl()).toBe("https://files.test/job-1.png");
});

test("deletes a generation, and restores it on request", async () => {
  await showStudio();
  await generate("a blue fox");
  await press("More actions");
  await press("Delete");
  const notice = (await screen.findByText("1 generation deleted.")).parentElement as HTMLElement;
  expect(imageUrl()).toBe("https://files.test/job-1.png");
  expect(document.activeElement).not.toBe(document.body);
  await userEvent.click(within(notice).getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(imageUrl()).toBe("https://files.test/job-2.png"));
  expect(screen.queryByText("1 generation deleted.")).toBeNull();
});

test("offers to undo only the latest change", async () => {
  await showStudio();
  await generate("a lighthouse");
  await press("Reuse settings");
  expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(1);
  await press("More actions");
  await press("Delete");
  await screen.findByText("1 generation deleted.");
  expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(1);
  await press("Reuse settings");
  expect(screen.queryByText("1 generation deleted.")).toBeNull();
  expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(1);
});

test("marks a generation as a favorite", async () => {
  await showStudio();
  await press("More actions");
  await press("Add to favorites");
  await press("More actions");
  await press("Remove from favorites");
  await press("More actions");
  await screen.findByRole("button", { name: "Add to favorites" });
});

test("passes an image to the app", async () => {
  const onUse = vi.fn();
  await showStudio({ onUse });
  await press("Use image");
  expect(onUse.mock.calls[0]?.[0]).toMatchObject({
    url: "https://files.test/job-1.png",
    seed: "468685",
    model: { id: sdxlTorch.id },
  });
});
