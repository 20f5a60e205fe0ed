import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../test/parts/describePart.tsx";
import type { Client, HostConfig } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { catalog } from "../../models/catalog/catalog.ts";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { defineModel, type Model } from "../../models/defineModel.ts";
import { initialValues } from "../../models/formValues.ts";
import { limitModel } from "../../models/limitModel.ts";
import { modelToJsonSchema } from "../../models/modelToJsonSchema.ts";
import { readRecipeLink, writeRecipeLink } from "../../models/recipes/recipeLink.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { useField } from "../fields/useFormField.ts";
import { ModelSwitch } from "../model-switch/ModelSwitch.tsx";
import { draftModule } from "../prompt-form/useFormDraft.ts";
import { Studio, type StudioProps } from "./Studio.tsx";

const models = [sdxlTorch, sd21Txt2img];
type Input = Readonly<Record<string, unknown>>;

/** Creates a client whose jobs complete immediately. */
function createFakeClient() {
  const sent: { modelId: string; input: Input }[] = [];
  const submit = vi.fn<Client["submit"]>((modelId, input) => {
    sent.push({ modelId, input: input as Input });
    return Promise.resolve({ requestId: `job-${sent.length}`, state: "completed" });
  });
  const client: Client = {
    submit,
    getStatus: (requestId) => Promise.resolve({ requestId, state: "completed" }),
    getResult: (requestId) =>
      Promise.resolve({
        requestId,
        images: [{ url: `https://files.test/${requestId}.png` }],
        seed: 468685,
        body: {},
      }),
  };
  return { client, submit, sent };
}

function show(client: Client, props: StudioProps<Model> = {}) {
  return render(
    <EaselProvider client={client}>
      <Studio<Model> models={models} {...props} />
    </EaselProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const { client: idleClient } = createFakeClient();
const wrap = (part: React.ReactNode) => <EaselProvider client={idleClient}>{part}</EaselProvider>;
describePart({ part: "studio", element: <Studio models={models} />, wrap });
describePart({
  part: "model-switch",
  element: <ModelSwitch models={models} value={sdxlTorch.id} onValueChange={() => {}} />,
  wrap,
});

const promptBox = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });

async function generate(prompt: string) {
  const user = userEvent.setup();
  await user.clear(promptBox());
  await user.paste(prompt);
  await user.click(screen.getByRole("button", { name: "Generate" }));
}

test("generates an image and keeps focus on the button", async () => {
  const { client, sent } = createFakeClient();
  show(client);
  await generate("a red fox");
  const image = await screen.findByRole("img", { name: "a red fox" });
  expect(image.getAttribute("src")).toBe("https://files.test/job-1.png");
  expect(sent).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Generate" }));
  const status = await screen.findByText("Generation complete.");
  expect(status.getAttribute("role")).toBe("status");
});

test("shows an earlier job again on click", async () => {
  const { client } = createFakeClient();
  show(client);
  expect(screen.queryByRole("navigation")).toBeNull();
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await generate("a blue fox");
  await screen.findByRole("img", { name: "a blue fox" });
  const runs = within(screen.getByRole("navigation", { name: "Recent generations" }));
  await userEvent.click(runs.getByRole("button", { name: "Generation 1, done: a red fox" }));
  screen.getByRole("img", { name: "a red fox" });
  expect(runs.getByRole("button", { current: true }).getAttribute("aria-label")).toContain(
    "Generation 1",
  );
  await generate("a green fox");
  await screen.findByRole("img", { name: "a green fox" });
});

test("names the settings that a phone hides", async () => {
  show(idleClient, { defaultValues: { style: "anime", samples: 3 } });
  const summary = () => document.querySelector('[data-easel="studio-summary"]')?.textContent;
  await waitFor(() => expect(summary()).toBe("Stable Diffusion XL 1.0 · Anime · 3 images"));
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await waitFor(() => expect(summary()).toBe("Stable Diffusion 2.1 · 3 images"));
});

test("retries and checks an earlier job", async () => {
  const { client, submit, sent } = createFakeClient();
  const lost = () => Promise.reject(new EaselError("network"));
  submit.mockImplementationOnce(() => Promise.reject(new EaselError("upstream_error")));
  submit.mockImplementationOnce(lost);
  show({ ...client, keepsAttempts: () => Promise.resolve(true) });
  await generate("a red fox");
  await screen.findByRole("button", { name: "Try again" });
  await generate("a blue fox");
  await screen.findByRole("button", { name: "Check again" });
  await generate("a green fox");
  await screen.findByRole("img", { name: "a green fox" });

  const runs = within(screen.getByRole("navigation", { name: "Recent generations" }));
  await userEvent.click(runs.getByRole("button", { name: /^Generation 1, / }));
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("img", { name: "a red fox" });
  expect(sent.map(({ input }) => input["prompt"])).toEqual(["a green fox", "a red fox"]);
  await userEvent.click(runs.getByRole("button", { name: /^Generation 2, / }));
  await userEvent.click(screen.getByRole("button", { name: "Check again" }));
  await screen.findByRole("img", { name: "a blue fox" });
});

test("hides a pending job, which continues, and shows it again on request", async () => {
  const { client } = createFakeClient();
  let complete = () => {};
  const completed = new Promise<void>((resolve) => (complete = resolve));
  const getStatus: Client["getStatus"] = async (requestId) => {
    await completed;
    return { requestId, state: "completed" };
  };
  const submit = () => Promise.resolve({ requestId: "job-1", state: "processing" as const });
  show({ ...client, submit, getStatus });
  await generate("a red fox");
  await userEvent.click(await screen.findByRole("button", { name: "Hide" }));
  screen.getByText("Describe an image to get started.");
  expect(document.activeElement?.getAttribute("data-easel")).toBe("studio-result");
  const run = () => screen.getByRole("button", { name: /^Generation 1, / });
  expect(run().getAttribute("aria-current")).toBe("false");

  await userEvent.click(run());
  expect(screen.getByText("Generating…").getAttribute("role")).toBe("status");
  await userEvent.click(screen.getByRole("button", { name: "Hide" }));
  complete();
  const news = await screen.findByText("Generation 1, done: a red fox");
  expect(news.getAttribute("role")).toBe("status");
  expect(screen.queryByRole("img", { name: "a red fox" })).toBeNull();
  await userEvent.click(run());
  screen.getByRole("img", { name: "a red fox" });
});

test("restores an earlier job's model and settings, including blank fields", async () => {
  const { client, sent } = createFakeClient();
  show(client);
  await userEvent.clear(screen.getByRole("textbox", { name: "Negative prompt" }));
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await generate("a blue fox");
  await screen.findByRole("img", { name: "a blue fox" });
  await userEvent.click(screen.getByRole("button", { name: /Generation 1/ }));
  await userEvent.click(screen.getByRole("button", { name: "Reuse with seed" }));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlTorch.id);
  expect(promptBox().value).toBe("a red fox");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await userEvent.click(await screen.findByRole("button", { name: "Generate anyway" }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[0]?.input).not.toHaveProperty("negative_prompt");
  expect(sent[2]).toEqual({ modelId: sdxlTorch.id, input: { ...sent[0]?.input, seed: 468685 } });
});

test("restores the whole draft after settings were reused, and leaves the seed random by default", async () => {
  const { client } = createFakeClient();
  show(client);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await userEvent.clear(promptBox());
  await userEvent.paste("a long prompt that isn't sent yet");
  await userEvent.click(screen.getByRole("button", { name: "Reuse settings" }));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlTorch.id);
  expect(promptBox().value).toBe("a red fox");
  expect(screen.queryByText(/^Seed locked/)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  expect(promptBox().value).toBe("a long prompt that isn't sent yet");
  screen.getByText("Your previous settings are back.");
});

test("shows the reused seed, and asks before it's charged again", async () => {
  const { client, sent } = createFakeClient();
  show(client);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.click(screen.getByRole("button", { name: "Reuse with seed" }));
  await screen.findByText("Seed locked: 468685");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await screen.findByRole("group", { name: /^You already generated this/ });
  expect(sent).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Use a new seed" }));
  expect(screen.queryByText(/^Seed locked/)).toBeNull();
});

test("restores the draft and its model after a reload, for the same user", async () => {
  await draftModule.load();
  const storage = memoryStorage();
  const page = (userKey: string) => {
    cleanup();
    render(
      <EaselProvider client={idleClient} storage={storage} userKey={userKey}>
        <Studio<Model> models={models} />
      </EaselProvider>,
    );
  };
  page("ada");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await userEvent.clear(promptBox());
  await userEvent.paste("a red fox");
  page("ada");
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  expect(promptBox().value).toBe("a red fox");
  page("bob");
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlTorch.id);
  expect(promptBox().value).not.toBe("a red fox");
});

test("sends a batch of five prompts from the dialog, and applies a preset", async () => {
  const { client, sent } = createFakeClient();
  const preset = { name: "Quick", model: sd21Txt2img.id, values: { num_inference_steps: 21 } };
  show(client, { presets: [preset] });
  await userEvent.click(await screen.findByRole("button", { name: "Batch" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Batch" }));
  await userEvent.clear(dialog.getByLabelText("Prompts, one per line"));
  await userEvent.paste("a\nb\nc\nd\ne");
  await userEvent.click(dialog.getByRole("button", { name: "Start batch" }));
  await dialog.findByText("5 of 5 done");
  expect(sent.map(({ input }) => input["prompt"])).toEqual(["a", "b", "c", "d", "e"]);
  await userEvent.click(dialog.getByRole("button", { name: "View results" }));
  expect(screen.queryByRole("dialog", { name: "Batch" })).toBeNull();
  const current = () => document.querySelector('[aria-current="true"]')?.getAttribute("aria-label");
  expect(current()).toBe("Generation 1, done: a");
  await userEvent.click(screen.getByRole("button", { name: "Batch" }));
  const results = within(await screen.findByRole("dialog", { name: "Batch" }));
  await userEvent.click(results.getByRole("button", { name: "View result: c" }));
  expect(screen.queryByRole("dialog", { name: "Batch" })).toBeNull();
  expect(current()).toBe("Generation 3, done: c");
  await userEvent.click(screen.getByRole("button", { name: "Presets" }));
  await userEvent.click(await screen.findByRole("button", { name: "Quick" }));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlTorch.id);
});

test("adds one value of a job to the form", async () => {
  const { client } = createFakeClient();
  show(client, { models: [sdxlTorch, sd21Txt2img] });
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.clear(promptBox());
  await userEvent.paste("a hare");
  await userEvent.click(screen.getByText("Details"));
  await userEvent.click(screen.getByRole("button", { name: "Apply: Seed used" }));
  expect(promptBox().value).toBe("a hare");
  expect(screen.getByDisplayValue("468685")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Apply: Prompt" }));
  expect(promptBox().value).toBe("a red fox");

  await userEvent.clear(promptBox());
  await userEvent.paste("a third");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  expect(promptBox().value).toBe("a third");
});

test("keeps entered values when the model changes", async () => {
  show(idleClient);
  await userEvent.clear(promptBox());
  await userEvent.paste("a red fox");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  expect(promptBox().value).toBe("a red fox");
});

test("names the values that another model doesn't take over", async () => {
  show(idleClient, { defaultValues: { style: "anime" } });
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  const notice = "Style isn’t available in Stable Diffusion 2.1 and was left out.";
  expect((await screen.findByText(notice)).getAttribute("role")).toBe("status");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sdxlTorch.id);
  expect(screen.queryByText(notice)).toBeNull();
});

test("names dropped values only until the next submit", async () => {
  show(createFakeClient().client, { defaultValues: { style: "anime" } });
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await screen.findByText(/was left out\.$/);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  expect(screen.queryByText(/was left out\.$/)).toBeNull();
});

test("uses another model's defaults for unchanged values of a reused job", async () => {
  const { client, sent } = createFakeClient();
  show(client);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.click(screen.getByRole("button", { name: "Reuse settings" }));
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  const { img_width, img_height, strength } = initialValues(sd21Txt2img);
  expect(sent[1]?.input).toMatchObject({ prompt: "a red fox", img_width, img_height, strength });
});

test("resets the settings but not the prompt, and can undo that", async () => {
  show(idleClient, { defaultValues: { samples: 2 } });
  await userEvent.clear(promptBox());
  await userEvent.paste("a heron");
  await userEvent.clear(samplesBox());
  await userEvent.paste("4");
  const reset = screen.getByRole("button", { name: "Reset settings" });
  await userEvent.click(reset);
  expect([promptBox().value, samplesBox().value]).toEqual(["a heron", "2"]);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect([promptBox().value, samplesBox().value]).toEqual(["a heron", "4"]);
  expect(screen.queryByText(/Settings reset/)).toBeNull();
  expect(document.activeElement).toBe(reset);
});

test("names the form and has a heading for each part", async () => {
  const { client } = createFakeClient();
  show(client, { headingLevel: 3 });
  const headings = () => screen.getAllByRole("heading", { level: 3 });
  expect(screen.getByRole("form", { name: "Settings" })).toBeDefined();
  expect(headings().map(({ textContent }) => textContent)).toEqual(["Settings", "Result"]);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await generate("a blue fox");
  await screen.findByRole("img", { name: "a blue fox" });
  expect(headings()).toHaveLength(3);
});

test("opens the settings with the button for phones", async () => {
  show(idleClient);
  const fold = document.querySelector("details[data-easel='prompt-form-advanced']");
  const button = screen.getByRole("button", { name: "Settings" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  await userEvent.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("true");
  expect(fold?.hasAttribute("open")).toBe(true);
});

test("retries a failed job with its own model", async () => {
  const { client, submit, sent } = createFakeClient();
  submit.mockRejectedValueOnce(new EaselError("upstream_error"));
  show(client);
  await generate("a red fox");
  await screen.findByRole("alert");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("img", { name: "a red fox" });
  expect(sent.map(({ modelId }) => modelId)).toEqual([sdxlTorch.id]);
});

test("starts with `defaultModel` and `defaultValues`", () => {
  show(idleClient, { defaultModel: sd21Txt2img.id, defaultValues: { prompt: "a heron" } });
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  expect(promptBox().value).toBe("a heron");
});

test("renders no model switch for a single model", () => {
  show(idleClient, { models: [sdxlTorch] });
  expect(screen.queryByLabelText("Model")).toBeNull();
});

test("throws without a model", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => act(() => show(idleClient, { models: [] }))).toThrow("<Studio> has no models");
  vi.restoreAllMocks();
});

test("fills the form with a link's model and settings, without submitting", async () => {
  const link = writeRecipeLink(sd21Txt2img, { prompt: "a heron", seed: 7 }, window.location.href);
  window.history.replaceState(null, "", link);
  const { client, submit } = createFakeClient();
  show(client);
  await waitFor(() => expect(promptBox().value).toBe("a heron"));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  expect(window.location.hash).toBe("");
  expect(submit).not.toHaveBeenCalled();
});

test("waits for the host's models if a link needs one of them", async () => {
  const link = writeRecipeLink(own, { prompt: "a heron", frames: 8 }, window.location.href);
  window.history.replaceState(null, "", link);
  const { client, answer } = createOfferingClient([sdxlTorch, own]);
  render(studio(client));
  await answer();
  expect((await screen.findByLabelText<HTMLSelectElement>("Frames")).value).toBe("8");
  expect(promptBox().value).toBe("a heron");
  expect(window.location.hash).toBe("");
});

test("reads a link with the catalog's models if the host's models fail to load", async () => {
  const link = writeRecipeLink(sd21Txt2img, { prompt: "a heron" }, window.location.href);
  window.history.replaceState(null, "", link);
  const { failingClient, answer } = createOfferingClient([]);
  render(studio(failingClient));
  await answer();
  await waitFor(() => expect(promptBox().value).toBe("a heron"));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  // The link has no negative prompt, so the form's initial one must not be used for this image.
  expect(screen.getByLabelText<HTMLTextAreaElement>("Negative prompt").value).toBe("");
});

test("copies a link with the actual seed", async () => {
  const { client } = createFakeClient();
  show(client);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.click(screen.getByRole("button", { name: "Copy link" }));
  const link = await navigator.clipboard.readText();
  expect(readRecipeLink(link, models)?.recipe).toMatchObject({
    model: sdxlTorch,
    values: { prompt: "a red fox", seed: 468_685 },
  });
});

test("fills the form from the history", async () => {
  const { client } = createFakeClient();
  show(client);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.click(screen.getByRole("button", { name: "History" }));
  const dialog = within(await screen.findByRole("dialog", { name: "History" }));
  expect(dialog.getByText("1 generation")).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("shows the keyboard shortcuts on Ctrl or Cmd with /", async () => {
  show(idleClient);
  fireEvent.keyDown(document.body, { key: "/", ctrlKey: true });
  const dialog = within(await screen.findByRole("dialog", { name: "Shortcuts" }));
  expect(dialog.getByText("Generate from anywhere in the form")).toBeDefined();
});

test("keeps focus in the pane on retry", async () => {
  const { client, submit } = createFakeClient();
  submit.mockRejectedValueOnce(new EaselError("upstream_error"));
  show(client);
  await generate("a red fox");
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await screen.findByRole("img", { name: "a red fox" });
  expect(document.activeElement?.getAttribute("data-easel")).toBe("studio-result");
});

/** Creates a client whose config with the offered models loads when the test calls `answer`. */
function createOfferingClient(offers: readonly Model[]) {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { client, sent } = createFakeClient();
  const offered = offers.map((model) => {
    const { input: _input, rules: _rules, ...info } = model;
    return { ...info, schema: modelToJsonSchema(model) };
  });
  const config = JSON.parse(JSON.stringify({ models: offered, limits: {} })) as HostConfig;
  const getConfig = () => asked.then(() => config);
  const failing = () => asked.then(() => Promise.reject(new EaselError("upstream_error")));
  return {
    client: { ...client, getConfig },
    failingClient: { ...client, getConfig: failing },
    sent,
    answer: () => act(async () => answer()),
  };
}

const studio = (client: Client, props: StudioProps<Model> = {}) => (
  <EaselProvider client={client}>
    <Studio<Model> {...props} />
  </EaselProvider>
);
const samplesBox = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "Images" });
const modelTitles = () =>
  within(screen.getByLabelText("Model"))
    .getAllByRole("option")
    .map(({ textContent }) => textContent);

test("applies the host's limits, and keeps the text box, its focus, and its text", async () => {
  const limited = limitModel(sdxlTorch, {
    samples: { max: 2 },
    guidance_scale: { max: 5 },
    refiner: { fixed: false },
  });
  const { client, sent, answer } = createOfferingClient([limited]);
  render(studio(client));
  const box = promptBox();
  await userEvent.clear(box);
  await userEvent.type(box, "a red fox");
  expect(screen.getByText("1 to 4")).not.toBeNull();

  await answer();
  await screen.findByText("1 to 2");
  expect(promptBox()).toBe(box);
  expect(document.activeElement).toBe(box);
  expect(box.value).toBe("a red fox");
  expect(screen.queryByRole("switch", { name: "Refiner" })).toBeNull();
  expect(modelTitles()).toEqual([sdxlTorch.title]);
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  // Untouched fields get the limited model's defaults.
  expect(sent[0]?.input).toMatchObject({
    prompt: "a red fox",
    guidance_scale: 5,
    refiner: false,
  });
});

test("keeps and rejects a value above the host's limit", async () => {
  const limited = limitModel(sdxlTorch, { samples: { max: 2 } });
  const { client, sent, answer } = createOfferingClient([limited]);
  render(studio(client));
  await userEvent.clear(samplesBox());
  await userEvent.type(samplesBox(), "4");
  await answer();
  await screen.findByText("1 to 2");
  expect(samplesBox().value).toBe("4");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await screen.findAllByText(/Must be 2 or less\./);
  expect(sent).toEqual([]);
});

const own = defineModel({
  id: "own",
  title: "Own",
  task: "text-to-image",
  input: z.object({ prompt: z.string().min(1), frames: z.literal([4, 8]).default(4) }),
});

const submitByKey = () => fireEvent.keyDown(promptBox(), { key: "Enter", ctrlKey: true });
const generateButton = () => screen.getByRole("button", { name: "Generate" });

test("doesn't submit while the default model may still load from the host", async () => {
  const { client, sent, answer } = createOfferingClient([sdxlTorch, own]);
  render(studio(client, { defaultModel: "own" }));
  await userEvent.click(generateButton());
  submitByKey();
  expect(generateButton().getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText(/^Models are still loading\./)).not.toBeNull();

  await answer();
  await screen.findByLabelText("Frames");
  expect(screen.queryByText(/^Models are still loading\./)).toBeNull();
  expect(sent).toEqual([]);
  await generate("a red fox");
  await waitFor(() => expect(sent.map(({ modelId }) => modelId)).toEqual(["own"]));
});

test("can submit after the host's models fail to load", async () => {
  const { failingClient, sent, answer } = createOfferingClient([]);
  render(studio(failingClient, { defaultModel: "own" }));
  expect(generateButton().getAttribute("aria-disabled")).toBe("true");
  await answer();
  await waitFor(() => expect(generateButton().getAttribute("aria-disabled")).toBeNull());
  await generate("a red fox");
  await waitFor(() => expect(sent).toHaveLength(1));
});

test("submits a catalog model chosen by the user without waiting for the host", async () => {
  const { client, sent } = createOfferingClient([own]);
  render(studio(client, { defaultModel: "own" }));
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await generate("a red fox");
  await waitFor(() => expect(sent.map(({ modelId }) => modelId)).toEqual([sd21Txt2img.id]));
});

test("keeps the prompt when the host's own model replaces the first one", async () => {
  const { client, sent, answer } = createOfferingClient([own]);
  render(studio(client, { defaultModel: "own" }));
  await userEvent.clear(promptBox());
  await userEvent.type(promptBox(), "a red fox");
  await answer();
  await screen.findByLabelText("Frames");
  expect(promptBox().value).toBe("a red fox");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ modelId: "own", input: { prompt: "a red fox", frames: 4 } });
});

test("keeps the caret in place when the host doesn't offer the model shown first", async () => {
  const { client, answer } = createOfferingClient([own]);
  render(studio(client));
  await userEvent.clear(promptBox());
  await userEvent.type(promptBox(), "a red fox");
  promptBox().setSelectionRange(2, 5);
  await answer();
  await screen.findByLabelText("Frames");
  expect(document.activeElement).toBe(promptBox());
  expect([promptBox().selectionStart, promptBox().selectionEnd]).toEqual([2, 5]);
  await userEvent.keyboard("blue");
  expect(promptBox().value).toBe("a blue fox");
});

test("keeps focus on the model switch when the user changes the model", async () => {
  show(idleClient);
  promptBox().focus();
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  expect(document.activeElement).toBe(screen.getByLabelText("Model"));
});

test("keeps rules that JSON Schema can't express for a model that the host hasn't changed", async () => {
  const { client, answer } = createOfferingClient([sdxlTorch, sd21Txt2img]);
  render(studio(client, { defaultValues: { high_noise_fraction: 1 } }));
  await answer();
  await waitFor(() => expect(modelTitles()).toEqual([sdxlTorch.title, sd21Txt2img.title]));
  expect(screen.getAllByText(/no steps are left for the refiner/).length).toBeGreaterThan(0);
});

test("uses the catalog's models until the host responds", async () => {
  render(studio(createFakeClient().client));
  expect(modelTitles()).toEqual(catalog.map(({ title }) => title));
});

test("uses the given models unchanged", async () => {
  const { client, answer } = createOfferingClient([limitModel(sdxlTorch, { samples: { max: 2 } })]);
  render(studio(client, { models: [sdxlTorch] }));
  await answer();
  expect(screen.getByText("1 to 4")).not.toBeNull();
  expect(screen.queryByLabelText("Model")).toBeNull();
});

test("reports a default model that isn't one of the studio's models", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(studio(idleClient, { models, defaultModel: "nope" }))).toThrow(
    'Easel: <Studio> has no model with the ID "nope". Set defaultModel to one of these IDs: sdxl-torch, sd2.1-txt2img.',
  );
  cleanup();
  said.mockClear();
  const { client, answer } = createOfferingClient([sdxlTorch]);
  render(studio(client, { defaultModel: "nope" }));
  expect(said).not.toHaveBeenCalled();
  await answer();
  await waitFor(() => expect(said.mock.calls.flat().join()).toContain('the ID "nope"'));
  said.mockRestore();
});

test("reports default values only once if no model has them", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const first = render(studio(idleClient, { models, defaultValues: { nope: 1, style: "anime" } }));
  first.rerender(studio(idleClient, { models, defaultValues: { nope: 1, style: "anime" } }));
  expect(said).toHaveBeenCalledOnce();
  expect(said.mock.lastCall?.[0]).toMatch(
    /ignores the initial values for "nope", because .*The fields are: prompt,/,
  );
  said.mockRestore();
});

function OwnScheduler({ name }: { readonly name: "scheduler" }) {
  const { value, setValue } = useField(name);
  return (
    <button type="button" onClick={() => setValue("Heun")}>
      Scheduler is {value}
    </button>
  );
}

test("hides, reorders, and replaces fields", async () => {
  const { client, sent } = createFakeClient();
  render(
    <EaselProvider client={client}>
      <Studio
        models={[sdxlTorch]}
        order={["scheduler", "samples"]}
        controls={{ scheduler: OwnScheduler, guidance_scale: false }}
      />
    </EaselProvider>,
  );
  const parts = [
    ...document.querySelectorAll<HTMLElement>('[data-easel="prompt-form-group"] > *'),
  ].map((part) => part.dataset["field"] ?? part.textContent);
  expect(parts.slice(0, 3)).toEqual(["Scheduler is UniPC", "samples", "prompt"]);
  expect(parts.filter((part) => part === "samples")).toHaveLength(1);
  expect(parts).not.toContain("guidance_scale");
  await userEvent.click(screen.getByRole("button", { name: "Scheduler is UniPC" }));
  await generate("a red fox");
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.input).toMatchObject({ scheduler: "Heun", guidance_scale: 8 });
});
