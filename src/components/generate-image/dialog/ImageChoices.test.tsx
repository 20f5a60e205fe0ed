import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../../../client/client.ts";
import { EaselProvider } from "../../../hooks/EaselProvider.tsx";
import { memoryStorage } from "../../../ledger/memoryStorage.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import type { GeneratedUrl } from "../context/generatedImage.ts";
import * as GenerateImage from "../generateImageParts.ts";

const client: Client = {
  submit: async () => ({ requestId: "job", state: "queued" }),
  getStatus: async (requestId) => ({ requestId, state: "completed" }),
  getResult: async (requestId) => ({
    requestId,
    images: [{ url: "https://files.test/1.png" }, { url: "https://files.test/2.png" }],
    body: {},
  }),
  getAsset: async () => new Blob(["png"]),
};

beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(new Blob(["png"]))));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function generate(value?: GeneratedUrl) {
  const props = { model: sdxlTorch, name: "avatar", "aria-label": "Avatar", value } as const;
  render(
    <EaselProvider client={client} storage={memoryStorage()}>
      <GenerateImage.Root {...props} output="url" storeFile={async () => ""} />
    </EaselProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: /^(Generate an image|Change)$/ }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: "Prompt" }), "a fox");
  await userEvent.click(dialog.getByRole("button", { name: "Generate" }));
  await dialog.findAllByRole("radio", {}, { timeout: 10_000 });
  const press = (name: string) => userEvent.click(dialog.getByRole("button", { name }));
  return {
    dialog,
    press,
    checked: () => dialog.getAllByRole<HTMLInputElement>("radio").map(({ checked }) => checked),
    choose: (at: 0 | 1) => userEvent.click(dialog.getAllByRole("radio")[at] as HTMLElement),
    continueTo: async () => {
      await press("Continue");
      return dialog.findByRole<HTMLTextAreaElement>("textbox", { name: "Alt text" });
    },
  };
}

test("selects an image on click, and enlarges it only with its button", async () => {
  const { dialog, checked } = await generate();
  const viewers = () => screen.queryAllByRole("dialog", { name: "Enlarged image" });
  await userEvent.click(dialog.getByRole("button", { name: "Enlarge, image 2 of 2" }));
  await waitFor(() => expect(viewers()).toHaveLength(1));
  await userEvent.click(within(viewers()[0] as HTMLElement).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(viewers()).toEqual([]));
  expect(checked()).toEqual([true, false]);

  await userEvent.click(dialog.getByRole("img", { name: "a fox, image 2 of 2" }));
  expect(checked()).toEqual([false, true]);
  expect(viewers()).toEqual([]);
});

test("keeps the image, its alt text, and the prompt when the user goes back", async () => {
  const { dialog, press, checked, choose, continueTo } = await generate();
  await choose(1);
  await userEvent.type(await continueTo(), " in the snow");
  await press("Back");
  expect(checked()).toEqual([false, true]);
  expect(dialog.getByRole("textbox", { name: "Prompt" })).toHaveProperty("value", "a fox");
  expect(await continueTo()).toHaveProperty("value", "a fox in the snow");
  await press("Back");
  await choose(0);
  expect(await continueTo()).toHaveProperty("value", "a fox");
});

test("keeps what the user entered after generating when the user goes back", async () => {
  const { dialog, press, continueTo } = await generate();
  const prompt = () => dialog.getByRole("textbox", { name: "Prompt" });
  await userEvent.type(prompt(), " in the snow");
  await continueTo();
  await press("Back");
  expect(prompt()).toHaveProperty("value", "a fox in the snow");
});

test("continues with an image from the enlarged view", async () => {
  const { dialog, press, checked } = await generate();
  await userEvent.click(dialog.getByRole("button", { name: "Enlarge, image 2 of 2" }));
  const viewer = within(await screen.findByRole("dialog", { name: "Enlarged image" }));
  await userEvent.click(viewer.getByRole("button", { name: /^Use image/ }));
  await dialog.findByRole("textbox", { name: "Alt text" });
  expect(screen.queryByRole("dialog", { name: "Enlarged image" })).toBeNull();
  expect(document.activeElement).toBe(dialog.getByRole("heading", { name: "Finish your image" }));
  await press("Back");
  expect(checked()).toEqual([false, true]);
});

test("selects the image in use, and keeps its alt text", async () => {
  const settings = { modelId: sdxlTorch.id, input: {}, requestId: "job", imageIndex: 1 };
  const used = { url: "https://app.test/2.png", alt: "A red fox", width: 1, height: 1, settings };
  const { checked, continueTo } = await generate(used);
  expect(checked()).toEqual([false, true]);
  expect(await continueTo()).toHaveProperty("value", "A red fox");
});
