import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../../client/index.ts";
import { EaselProvider } from "../../hooks/index.ts";
import { readRecipeLink, sd21Txt2img, sdxlTorch, writeRecipeLink } from "../../models/index.ts";
import { EaselError } from "../../protocol/index.ts";
import { describePart } from "../parts/describePart.tsx";
import { ModelSwitch } from "../form/ModelSwitch.tsx";
import { Studio, type StudioProps } from "./Studio.tsx";

const models = [sdxlTorch, sd21Txt2img];
type Input = Readonly<Record<string, unknown>>;

/** A backend that is done at once. */
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

function show(client: Client, props: StudioProps = {}) {
  return render(
    <EaselProvider client={client}>
      <Studio models={models} {...props} />
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

test("a prompt becomes a picture, and the focus stays on the button", async () => {
  const { client, sent } = createFakeClient();
  show(client);
  await generate("a red fox");
  const picture = await screen.findByRole("img", { name: "a red fox" });
  expect(picture.getAttribute("src")).toBe("https://files.test/job-1.png");
  expect(sent).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Generate" }));
  expect(screen.getByText("Done. The result is ready.").getAttribute("role")).toBe("status");
});

test("earlier runs stay at hand, and one click shows one again", async () => {
  const { client } = createFakeClient();
  show(client);
  expect(screen.queryByRole("navigation")).toBeNull();
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await generate("a blue fox");
  await screen.findByRole("img", { name: "a blue fox" });
  const runs = within(screen.getByRole("navigation", { name: "Earlier runs" }));
  await userEvent.click(runs.getByRole("button", { name: "Run 1, done: a red fox" }));
  screen.getByRole("img", { name: "a red fox" });
  expect(runs.getByRole("button", { current: true }).getAttribute("aria-label")).toContain("Run 1");
  await generate("a green fox");
  await screen.findByRole("img", { name: "a green fox" });
});

test("an earlier run's settings go back to the form of its model, blank fields and all", async () => {
  const { client, sent } = createFakeClient();
  show(client);
  await userEvent.clear(screen.getByRole("textbox", { name: "Negative prompt" }));
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  await generate("a blue fox");
  await screen.findByRole("img", { name: "a blue fox" });
  await userEvent.click(screen.getByRole("button", { name: /Run 1/ }));
  await userEvent.click(screen.getByRole("button", { name: "Use these settings" }));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sdxlTorch.id);
  expect(promptBox().value).toBe("a red fox");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[0]?.input).not.toHaveProperty("negative_prompt");
  expect(sent[2]).toEqual({ modelId: sdxlTorch.id, input: { ...sent[0]?.input, seed: 468685 } });
});

test("one value of a run goes back to the form, beside what stands there", async () => {
  const { client } = createFakeClient();
  show(client, { models: [sdxlTorch, sd21Txt2img] });
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.clear(promptBox());
  await userEvent.paste("a hare");
  await userEvent.click(screen.getByText("Details"));
  await userEvent.click(screen.getByRole("button", { name: "Use this: Seed used" }));
  expect(promptBox().value).toBe("a hare");
  expect(screen.getByDisplayValue("468685")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Use this: Prompt" }));
  expect(promptBox().value).toBe("a red fox");

  await userEvent.clear(promptBox());
  await userEvent.paste("a third");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  expect(promptBox().value).toBe("a third");
});

test("what was typed goes along when the model is switched", async () => {
  show(idleClient);
  await userEvent.clear(promptBox());
  await userEvent.paste("a red fox");
  await userEvent.selectOptions(screen.getByLabelText("Model"), sd21Txt2img.id);
  expect(promptBox().value).toBe("a red fox");
});

test("an error offers to send again, by the model that it was sent to", async () => {
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

test("begins with the model and the values that it is given", () => {
  show(idleClient, { defaultModel: sd21Txt2img.id, defaultValues: { prompt: "a heron" } });
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  expect(promptBox().value).toBe("a heron");
});

test("with one model there is nothing to switch", () => {
  show(idleClient, { models: [sdxlTorch] });
  expect(screen.queryByLabelText("Model")).toBeNull();
});

test("without a model it says what is missing", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => act(() => show(idleClient, { models: [] }))).toThrow("models={[]}");
  vi.restoreAllMocks();
});

test("a link brings a model and its settings into the form, and starts nothing", async () => {
  const link = writeRecipeLink(sd21Txt2img, { prompt: "a heron", seed: 7 }, window.location.href);
  window.history.replaceState(null, "", link);
  const { client, submit } = createFakeClient();
  show(client);
  await waitFor(() => expect(promptBox().value).toBe("a heron"));
  expect(screen.getByLabelText<HTMLSelectElement>("Model").value).toBe(sd21Txt2img.id);
  expect(window.location.hash).toBe("");
  expect(submit).not.toHaveBeenCalled();
});

test("a link to what was made can be copied, with the seed that was used", async () => {
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

test("every run is in the history, from where its settings go back to the form", async () => {
  const { client } = createFakeClient();
  show(client);
  await generate("a red fox");
  await screen.findByRole("img", { name: "a red fox" });
  await userEvent.click(screen.getByRole("button", { name: "History" }));
  const dialog = within(await screen.findByRole("dialog", { name: "History" }));
  expect(dialog.getByText("1 run")).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("Ctrl or Cmd with / shows which keys do what", () => {
  show(idleClient);
  fireEvent.keyDown(document.body, { key: "/", ctrlKey: true });
  const dialog = within(screen.getByRole("dialog", { name: "Shortcuts" }));
  expect(dialog.getByText("Generate, from anywhere in the form")).toBeDefined();
});

test("the focus stays in the pane as the error goes that was tried again from", async () => {
  const { client, submit } = createFakeClient();
  submit.mockRejectedValueOnce(new EaselError("upstream_error"));
  show(client);
  await generate("a red fox");
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await screen.findByRole("img", { name: "a red fox" });
  expect(document.activeElement?.getAttribute("data-easel")).toBe("studio-result");
});
