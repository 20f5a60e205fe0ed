import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import type { Client } from "../../../client/client.ts";
import { EaselProvider } from "../../../hooks/EaselProvider.tsx";
import { sd21Txt2img } from "../../../models/catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { EaselError } from "../../../protocol/EaselError.ts";
import * as ImageResult from "../imageResultParts.ts";
import type { ImageResultRootProps } from "../ImageResultRoot.tsx";

const never = () => Promise.reject(new EaselError("network"));
const getAsset = () => Promise.resolve(new Blob(["pixels"], { type: "image/png" }));
const client: Client = { submit: never, getStatus: never, getResult: never, getAsset };
const input = { prompt: "a red fox", samples: 2, seed: -1, img_width: 768, img_height: 1024 };
const images = ["https://files.test/1.png", "https://files.test/2.png"].map((url) => ({ url }));
const result = { requestId: "job", images, seed: 5, body: { seeds: [5, 9] } };
const models = [sdxlTorch, sd21Txt2img, sdxlImg2img];
const upscaler = defineModel({
  id: "upscaler",
  title: "Upscaler",
  task: "upscale",
  input: z.object({ image: z.url() }),
});

const all: Partial<ImageResultRootProps> = {
  models,
  onGenerate: () => {},
  onStart: () => {},
  onUse: () => {},
  onFavoriteChange: () => {},
  onDelete: () => {},
};

const show = (props: Partial<ImageResultRootProps>, parts: ReactNode = <ImageResult.Grid />) => (
  <EaselProvider client={client}>
    <ImageResult.Root status="completed" model={sdxlTorch} {...{ result, input }} {...props}>
      {parts}
    </ImageResult.Root>
  </EaselProvider>
);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const wrap = (part: ReactNode) => show(all, part);
describePart({ part: "image-result-vary", element: <ImageResult.Vary />, wrap });
describePart({ part: "image-result-start", element: <ImageResult.Start />, wrap });
describePart({
  part: "image-result-upscale",
  element: <ImageResult.Upscale />,
  wrap: (part) => show({ ...all, models: [...models, upscaler] }, part),
});
describePart({ part: "image-result-again", element: <ImageResult.Again />, wrap });
describePart({ part: "image-result-use", element: <ImageResult.Use />, wrap });
describePart({ part: "image-result-favorite", element: <ImageResult.Favorite />, wrap });
describePart({ part: "image-result-delete", element: <ImageResult.Delete />, wrap });
describePart({ part: "image-result-models", element: <ImageResult.OtherModels />, wrap });
describePart({
  part: "image-result-compare-choices",
  element: <ImageResult.CompareWith />,
  wrap,
});
describePart({ part: "image-result-more", element: <ImageResult.More />, wrap, asChild: false });

const openMenu = async (name: string) => {
  await userEvent.click(await screen.findByRole("button", { name }));
  return within(screen.getByRole("group", { name }));
};

test("has only file actions without callbacks", async () => {
  const { rerender } = render(show({}));
  screen.getByRole("button", { name: "Copy, image 1 of 2" });
  expect(screen.queryByRole("button", { name: /^More actions/ })).toBeNull();
  rerender(show({ onDelete: () => {} }));
  await screen.findByRole("button", { name: "More actions, image 1 of 2" });
});

test("sends a new seed once for a double click", async () => {
  const onGenerate = vi.fn();
  render(show({ ...all, onGenerate }));
  const button = await screen.findByRole("button", { name: "New seed, image 2 of 2" });
  await userEvent.dblClick(button);
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ ...input, seed: -1 }, sdxlTorch);
});

test("sends nothing while offline, and says why", async () => {
  const onGenerate = vi.fn();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  render(show({ ...all, onGenerate }, <ImageResult.Vary />));
  const button = screen.getByRole("button", { name: /^New seed/ });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.getAttribute("aria-description")).toContain("offline");
  fireEvent.click(button);
  expect(onGenerate).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("passes the image to a model that starts from one", async () => {
  const onStart = vi.fn();
  render(show({ onStart, models }, <ImageResult.Start index={1} />));
  await userEvent.click(screen.getByRole("button", { name: /^Use as start image/ }));
  expect(onStart).toHaveBeenCalledExactlyOnceWith({ image: images[1]?.url }, sdxlImg2img);
  cleanup();
  render(show({ onStart, models: [sdxlTorch] }, <ImageResult.Start />));
  expect(screen.queryByRole("button")).toBeNull();
});

test("passes the image to the first model that upscales, and starts only from others", async () => {
  const onStart = vi.fn();
  const both = (
    <>
      <ImageResult.Start />
      <ImageResult.Upscale index={1} />
    </>
  );
  render(show({ onStart, models: [sdxlTorch, upscaler] }, both));
  expect(screen.queryByRole("button", { name: /^Use as start image/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Upscale, image 2 of 2" }));
  expect(onStart).toHaveBeenCalledExactlyOnceWith({ image: images[1]?.url }, upscaler);
  cleanup();
  render(show({ onStart, models }, both));
  expect(screen.queryByRole("button", { name: /^Upscale/ })).toBeNull();
});

test("sends the same input again, with its random seed", async () => {
  const onGenerate = vi.fn();
  render(show({ ...all, onGenerate }, <ImageResult.Again />));
  await userEvent.click(screen.getByRole("button", { name: "Generate again" }));
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith(input, sdxlTorch);
  cleanup();
  const upscaled = { model: upscaler, input: { image: "https://files.test/0.png" } };
  render(show({ ...all, ...upscaled }, <ImageResult.Vary />));
  // The model has no seed to change.
  expect(screen.queryByRole("button")).toBeNull();
});

test("offers to generate again unless that's the same as a new seed, for all images", async () => {
  const { rerender } = render(show(all));
  const menu = await openMenu("More actions, image 1 of 2");
  const own = within(menu.getByRole("group", { name: "2 images" }));
  const words = () => own.getAllByRole("button").map(({ textContent }) => textContent);
  expect(words()).toEqual(["Add to favorites", "Delete"]);
  rerender(show({ ...all, input: { ...input, seed: 5 } }));
  expect(words()).toEqual(["Generate again", "Add to favorites", "Delete"]);
});

test("offers no generation without an input image that wasn't stored", () => {
  const lacksImage = { ...all, model: sdxlImg2img, omitted: ["image"] };
  render(show(lacksImage, <ImageResult.Again />));
  expect(screen.queryByRole("button")).toBeNull();
  cleanup();
  // A variation replaces the image.
  render(show(lacksImage, <ImageResult.Vary />));
  expect(screen.getByRole("button", { name: /^Vary/ })).toBeDefined();
});

test("generates with another model and names the settings it drops", async () => {
  const onGenerate = vi.fn();
  render(show({ ...all, onGenerate, input: { ...input, style: "anime" } }));
  const menu = await openMenu("More actions, image 1 of 2");
  await userEvent.click(menu.getByRole("button", { name: /^Stable Diffusion 2.1.*Without Style/ }));
  expect(onGenerate).toHaveBeenCalledOnce();
  expect(onGenerate.mock.calls[0]?.[0]).not.toHaveProperty("style");
  expect(onGenerate.mock.calls[0]?.[1]).toBe(sd21Txt2img);
  expect(screen.queryByRole("group", { name: /^More actions/ })).toBeNull();
});

test("moves focus in the popup, and returns it on Escape", async () => {
  render(show(all));
  const menu = await openMenu("More actions, image 1 of 2");
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  const buttons = menu.getAllByRole("button");
  expect(document.activeElement).toBe(buttons[1]);
  await userEvent.keyboard("{ArrowUp}{ArrowUp}");
  expect(document.activeElement).toBe(buttons.at(-1));
  await userEvent.keyboard("{Escape}");
  const opener = screen.getByRole("button", { name: "More actions, image 1 of 2" });
  expect(document.activeElement).toBe(opener);
  expect(opener.getAttribute("aria-expanded")).toBe("false");
});

test("passes an image with its own seed and file to the app", async () => {
  const onUse = vi.fn<NonNullable<ImageResultRootProps["onUse"]>>();
  vi.stubGlobal("fetch", never);
  render(show({ onUse }, <ImageResult.Use index={1} />));
  await userEvent.click(screen.getByRole("button", { name: /^Use image/ }));
  const [used] = onUse.mock.calls[0] ?? [];
  const size = { width: 768, height: 1024 };
  const about = { url: images[1]?.url, seed: "9", index: 1, alt: "a red fox, image 2 of 2" };
  expect(used).toMatchObject({ ...about, ...size, input, model: sdxlTorch });
  const file = await used?.file();
  expect([file?.name, file?.type, await file?.text()]).toEqual([
    "a-red-fox-9-2.png",
    "image/png",
    "pixels",
  ]);
});

test("compares two images of a result in place of the images", async () => {
  render(show(all));
  const menu = await openMenu("More actions, image 1 of 2");
  await userEvent.click(menu.getByRole("button", { name: "Image 2 of 2" }));
  const slider = await screen.findByRole<HTMLInputElement>("slider");
  await waitFor(() => expect(document.activeElement).toBe(slider));
  expect(screen.getAllByRole("img").map((one) => one.getAttribute("src"))).toEqual([
    images[1]?.url,
    images[0]?.url,
  ]);
  await userEvent.keyboard(" ");
  expect(slider.value).toBe("100");
  await userEvent.keyboard(" ");
  expect(slider.value).toBe("0");
  await userEvent.click(screen.getByRole("button", { name: "Swap sides" }));
  expect(screen.getAllByRole("img")[0]?.getAttribute("src")).toBe(images[0]?.url);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("slider")).toBeNull();
  await waitFor(() => expect(document.activeElement?.tagName).toBe("BUTTON"));
  expect(document.querySelectorAll('[data-easel="image-result-figure"]')).toHaveLength(2);
});

test("compares with the start image", async () => {
  const start = { prompt: "at night", image: "https://files.test/0.png" };
  render(
    show(
      { model: sdxlImg2img, input: start },
      <ImageResult.Grid>
        <ImageResult.CompareWith />
      </ImageResult.Grid>,
    ),
  );
  const [button] = screen.getAllByRole("button", { name: "Start image" });
  await userEvent.click(button as HTMLElement);
  await screen.findByRole("slider");
  expect(screen.getAllByRole("img")[0]?.getAttribute("src")).toBe(start.image);
});

test("favorites and uses the enlarged image, and closes the dialog to use it", async () => {
  const onFavoriteChange = vi.fn();
  const onUse = vi.fn();
  const { rerender } = render(show({ onFavoriteChange, onUse }));
  await userEvent.click(await screen.findByRole("button", { name: "Enlarge, image 2 of 2" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Enlarged image" }));
  await userEvent.click(dialog.getByRole("button", { name: "Add to favorites" }));
  expect(onFavoriteChange).toHaveBeenCalledExactlyOnceWith(true);
  await userEvent.click(dialog.getByRole("button", { name: "Use image, image 2 of 2" }));
  expect(onUse.mock.lastCall?.[0]).toMatchObject({ url: images[1]?.url, index: 1 });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  rerender(show({}));
  await userEvent.click(screen.getByRole("button", { name: "Enlarge, image 1 of 2" }));
  const plain = within(await screen.findByRole("dialog", { name: "Enlarged image" }));
  expect(plain.queryByRole("button", { name: /^(Use image|Add to)/ })).toBeNull();
});
