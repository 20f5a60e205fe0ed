import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { encode } from "fast-png";
import { Profiler, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { readImageText } from "../../images/imageText.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { readRecipe } from "../../models/recipes/readRecipe.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobResult } from "../../protocol/wire.ts";
import { JobProgress } from "../job-progress/JobProgress.tsx";
import { useImageResultActions } from "./context/ImageResultContext.ts";
import * as ImageResult from "./imageResultParts.ts";
import type { ImageResultRootProps } from "./ImageResultRoot.tsx";

const input = { prompt: "a red fox", samples: 2, seed: -1, img_width: 768, img_height: 1024 };
const resultOf = (...urls: string[]): JobResult => ({
  requestId: "job",
  images: urls.map((url) => ({ url, contentType: "image/png" })),
  seed: 468685,
  metrics: { inferenceTime: 4.12 },
  body: {},
});
const two = resultOf("https://files.test/1.png", "https://files.test/2.png");

const getAsset = vi.fn<NonNullable<Client["getAsset"]>>();
const never = () => Promise.reject(new EaselError("network"));
const client: Client = { submit: never, getStatus: never, getResult: never, getAsset };

const show = (props: Partial<ImageResultRootProps>, parts: ReactNode = <ImageResult.Grid />) => (
  <EaselProvider client={client}>
    <ImageResult.Root status="completed" result={two} input={input} {...props}>
      {parts}
    </ImageResult.Root>
  </EaselProvider>
);

beforeEach(() => {
  vi.stubGlobal("fetch", vi.fn(never));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const inRoot = (part: ReactNode) => show({ onReuse: () => {} }, part);
describePart({
  part: "image-result",
  element: <ImageResult.Root status="idle" />,
  wrap: (part) => <EaselProvider client={client}>{part}</EaselProvider>,
});
describePart({ part: "image-result-grid", element: <ImageResult.Grid />, wrap: inRoot });
describePart({ part: "image-result-image", element: <ImageResult.Image />, wrap: inRoot });
describePart({ part: "image-result-download", element: <ImageResult.Download />, wrap: inRoot });
describePart({ part: "image-result-copy", element: <ImageResult.Copy />, wrap: inRoot });
describePart({
  part: "image-result-download-all",
  element: <ImageResult.DownloadAll />,
  wrap: inRoot,
});
describePart({
  part: "image-result-compare",
  element: <ImageResult.Compare before={0} after={1} />,
  wrap: inRoot,
});
describePart({ part: "image-result-details", element: <ImageResult.Details />, wrap: inRoot });
describePart({ part: "image-result-zoom", element: <ImageResult.Zoom />, wrap: inRoot });
describePart({ part: "image-result-reuse", element: <ImageResult.Reuse />, wrap: inRoot });

test("throws an error that names the root when a part is rendered outside it", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() =>
    render(
      <EaselProvider client={client}>
        <ImageResult.Grid />
      </EaselProvider>,
    ),
  ).toThrow("<ImageResult.Root>");
});

test("shows every image with its final size, and with the prompt in its alt text", () => {
  render(show({}));
  const images = screen.getAllByRole("img");
  expect(images.map((image) => image.getAttribute("alt"))).toEqual([
    "a red fox, image 1 of 2",
    "a red fox, image 2 of 2",
  ]);
  expect(images[0]?.getAttribute("width")).toBe("768");
  expect(images[0]?.getAttribute("height")).toBe("1024");
});

test("shows one placeholder of the expected shape per image", () => {
  render(show({ status: "processing", result: undefined }));
  expect(document.querySelectorAll('[data-easel="image-result-placeholder"]')).toHaveLength(2);
  const grid = document.querySelector<HTMLElement>('[data-easel="image-result-grid"]');
  expect(grid?.style.getPropertyValue("--easel-ratio")).toBe("0.75");
});

/** Makes images decode when the test calls the returned function. */
function holdImages(): () => void {
  let decode = () => {};
  const decoded = new Promise<void>((resolve) => (decode = resolve));
  vi.spyOn(HTMLImageElement.prototype, "decode").mockReturnValue(decoded);
  return decode;
}

const withProgress = (props: Partial<ImageResultRootProps>) =>
  show(props, <ImageResult.Grid progress={<JobProgress status={props.status ?? "completed"} />} />);

test("keeps the live region and waits for the images before it announces completion", async () => {
  const decode = holdImages();
  const view = render(withProgress({ status: "processing", result: undefined }));
  const region = screen.getByText("Generating…");
  view.rerender(withProgress({ status: "completed" }));
  expect(screen.getAllByText("Loading image…")).toHaveLength(2);
  // Longer than the delay after which a result without images is announced.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(region.textContent).toBe("Generating…");
  expect(region.isConnected).toBe(true);
  decode();
  await vi.waitFor(() => expect(region.textContent).toBe("Generation complete."));
  expect(screen.queryByText("Loading image…")).toBeNull();
});

test("announces completion if no image can be loaded", async () => {
  holdImages();
  const view = render(withProgress({ status: "processing", result: undefined }));
  view.rerender(withProgress({ status: "completed" }));
  for (const image of screen.getAllByRole("img")) fireEvent.error(image);
  await screen.findByText("Generation complete.");
});

test("shows a message and no download for a missing image", () => {
  render(show({}));
  fireEvent.error(screen.getByAltText("a red fox, image 2 of 2"));
  screen.getByText(/couldn’t be loaded/);
  expect(screen.getAllByRole("img")).toHaveLength(1);
  expect(screen.getAllByRole("button", { name: /^Download/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Load again, image 2 of 2" }));
  expect(screen.getAllByRole("img")).toHaveLength(2);
});

const video = () => document.querySelector("video");
const files = (...images: JobResult["images"]): JobResult => ({ ...two, images });

test.each([
  ["name", { url: "https://files.test/1.mp4" }],
  ["type", { url: "https://files.test/1", contentType: "video/webm" }],
])("plays and downloads a video detected by its %s, without enlarge or copy buttons", (_, file) => {
  render(show({ result: files(file) }));
  expect(video()?.src).toBe(file.url);
  expect(video()?.getAttribute("aria-label")).toBe("a red fox");
  expect(screen.queryByRole("img")).toBeNull();
  const names = screen.getAllByRole("button").map((button) => button.getAttribute("aria-label"));
  expect(names).toEqual(["Download"]);
});

test("links to the file of a video that doesn't play, and doesn't call it missing", () => {
  render(show({ result: files({ url: "https://files.test/1.mov" }) }));
  fireEvent.error(video() as HTMLVideoElement);
  const link = screen.getByRole("link", { name: "Open file" });
  expect(link.getAttribute("href")).toBe("https://files.test/1.mov");
  expect(screen.queryByText(/couldn’t be loaded/)).toBeNull();
});

test.each(["https://files.test/1.glb", "https://files.test/1.mp3"])(
  "links to %s with a note that it isn't an image",
  (url) => {
    render(show({ result: files({ url }) }));
    screen.getByText("This result is a file, not an image.");
    expect(screen.getByRole("link").getAttribute("href")).toBe(url);
    expect(video()).toBeNull();
  },
);

test("tries a file of unknown type as a video, then reports it as missing", () => {
  render(show({ result: files({ url: "https://files.test/0b9a2c4e" }) }));
  fireEvent.error(screen.getByRole("img"));
  expect(video()?.src).toBe("https://files.test/0b9a2c4e");
  fireEvent.error(video() as HTMLVideoElement);
  screen.getByText(/couldn’t be loaded/);
});

test("doesn't compare videos", () => {
  const result = files({ url: "https://files.test/1.mp4" }, { url: "https://files.test/2.png" });
  render(show({ result }, <ImageResult.Compare before={0} after={1} />));
  expect(document.querySelector('[data-easel="image-result-compare"]')).toBeNull();
});

test("saves a video with the extension that matches its content", async () => {
  const mp4 = Uint8Array.from("\0\0\0\x20ftypisom", (letter) => letter.charCodeAt(0));
  getAsset.mockResolvedValue(new Blob([mp4]));
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  render(show({ result: files({ url: "https://files.test/1", contentType: "video/quicktime" }) }));
  await userEvent.click(screen.getByRole("button", { name: "Download" }));
  await vi.waitFor(() => expect(saved).toEqual(["a-red-fox-468685.mp4"]));
});

test("says that there are fewer images than requested", () => {
  render(show({ input: { ...input, samples: 4 } }));
  screen.getByText("Only 2 of 4 images were returned.");
});

test.each(["idle", "failed", "unknown", "expired"] as const)(
  "shows a message for the status %s",
  (status) => {
    render(show({ status, result: undefined }));
    const words = document.querySelector('[data-easel="image-result-empty"]')?.textContent;
    expect(words).not.toBe("");
    expect(screen.queryByRole("img")).toBeNull();
  },
);

test("shows a text result", () => {
  render(show({ result: { requestId: "job", images: [], text: "Two foxes.", body: {} } }));
  screen.getByText("Two foxes.");
});

test("reuses the input without or with the actual seed", async () => {
  const onReuse = vi.fn();
  const buttons = (
    <>
      <ImageResult.Reuse />
      <ImageResult.Reuse withSeed />
    </>
  );
  render(show({ onReuse }, buttons));
  await userEvent.click(screen.getByRole("button", { name: "Reuse settings" }));
  expect(onReuse).toHaveBeenLastCalledWith({ ...input, seed: undefined });
  await userEvent.click(screen.getByRole("button", { name: "Reuse with seed" }));
  expect(onReuse).toHaveBeenLastCalledWith({ ...input, seed: 468685 });
});

test("lists the model, parameters, and exact seed", () => {
  const result = { ...two, seed: 999_999_999_999_999 };
  render(show({ model: sdxlTorch, result }, <ImageResult.Details />));
  const text = document.querySelector("dl")?.textContent;
  expect(text).toContain("Stable Diffusion XL 1.0");
  expect(text).toContain("Height1024");
  expect(text).toContain("Seed used999999999999999");
  expect(text).toContain("4.1 sec");
  expect(text).not.toContain("Cost");
});

test("offers to apply only values that the form can change", () => {
  render(show({ model: sdxlTorch, onApply: () => {} }, <ImageResult.Details open />));
  const applied = screen
    .getAllByRole("button", { name: /^Apply: / })
    .map((button) => button.getAttribute("aria-label"));
  expect(applied).toEqual(["Apply: Prompt", "Apply: Images", "Apply: Seed used"]);
});

/** Records the names of saved files. */
function watchSaves(): string[] {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  return names;
}

const fileOf = (saved: { readonly mock: { readonly calls: unknown[][] } }) =>
  saved.mock.calls[0]?.[0] as Blob;

const download = () =>
  userEvent.click(screen.getByRole("button", { name: "Download, image 2 of 2" }));

test("saves an image through the backend if CORS forbids it", async () => {
  getAsset.mockResolvedValueOnce(new Blob(["x"], { type: "image/jpeg" }));
  const names = watchSaves();
  render(show({}));
  await download();
  await screen.findByText("Download started.");
  expect(names).toEqual(["a-red-fox-468685-2.jpg"]);
  expect(getAsset).toHaveBeenCalledWith("https://files.test/2.png");
});

test("writes the recipe with the actual seed to a saved file", async () => {
  const png = encode({ width: 1, height: 1, data: new Uint8Array(4), channels: 4 });
  getAsset.mockResolvedValueOnce(new Blob([png.slice()], { type: "image/png" }));
  watchSaves();
  const saved = vi.spyOn(URL, "createObjectURL");
  const sent = { ...input, img_width: 1024 };
  render(show({ model: sdxlTorch, input: sent }));
  await download();
  await screen.findByText("Download started.");
  const [text = ""] = await readImageText(fileOf(saved));
  expect(readRecipe(text, [sdxlTorch])?.values).toMatchObject({ ...sent, seed: 468685 });
});

test("saves all images in one archive", async () => {
  getAsset.mockResolvedValueOnce(new Blob(["x"], { type: "image/jpeg" }));
  getAsset.mockResolvedValueOnce(new Blob(["y"], { type: "image/jpeg" }));
  const names = watchSaves();
  const saved = vi.spyOn(URL, "createObjectURL");
  render(show({}, <ImageResult.DownloadAll />));
  await userEvent.click(screen.getByRole("button", { name: "Download all 2" }));
  await screen.findByText("Download started.");
  expect(names).toEqual(["a-red-fox-468685.zip"]);
  const archive = await fileOf(saved).text();
  expect(archive).toContain("a-red-fox-468685-1.jpg");
  expect(archive).toContain("a-red-fox-468685-2.jpg");
});

test("announces failed images, and saves a single image without an archive", async () => {
  getAsset.mockResolvedValueOnce(new Blob(["x"], { type: "image/jpeg" }));
  getAsset.mockRejectedValueOnce(new EaselError("network"));
  const names = watchSaves();
  render(show({}, <ImageResult.DownloadAll />));
  await userEvent.click(screen.getByRole("button", { name: "Download all 2" }));
  await screen.findByText("Downloaded 1 of 2 images. The others couldn’t be read.");
  expect(names).toEqual(["a-red-fox-468685-1.jpg"]);
});

test("passes one value of a job to onApply", async () => {
  const onApply = vi.fn();
  render(show({ model: sdxlTorch, onApply }, <ImageResult.Details open />));
  await userEvent.click(screen.getByRole("button", { name: "Apply: Seed used" }));
  expect(onApply).toHaveBeenLastCalledWith({ seed: 468685 });
  await userEvent.click(screen.getByRole("button", { name: "Apply: Prompt" }));
  expect(onApply).toHaveBeenLastCalledWith({ prompt: "a red fox" });
  expect(screen.getByRole("status").textContent).toBe("Applied: Prompt.");
});

test("says that the result was blocked by the filter", () => {
  const error = new EaselError("content_blocked");
  render(show({ status: "failed", result: undefined, error }));
  screen.getByText(/content filter/);
});

test("doesn't re-render parts that use only actions when the state changes", () => {
  const rendered = vi.fn();
  function Load() {
    const { setMissing } = useImageResultActions("Load");
    return <button onClick={() => setMissing("https://files.test/1.png", false)}>Load</button>;
  }
  render(
    show(
      {},
      <>
        <ImageResult.Image />
        <Profiler id="load" onRender={rendered}>
          <Load />
        </Profiler>
      </>,
    ),
  );
  rendered.mockClear();
  fireEvent.error(screen.getByRole("img"));
  expect(screen.queryByRole("img")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Load" }));
  expect(screen.getByRole("img")).toBeTruthy();
  expect(rendered).not.toHaveBeenCalled();
});

test("loads a failed image again when online", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  render(show({}));
  fireEvent.error(screen.getByAltText("a red fox, image 2 of 2"));
  screen.getByText(/You’re offline/);
  fireEvent(window, new Event("online"));
  expect(screen.getAllByRole("img")).toHaveLength(2);
});

test("compares start and result by keyboard", () => {
  const started = { ...input, image: "https://files.test/start.png" };
  render(show({ input: started, model: sdxlImg2img }, <ImageResult.Compare />));
  const slider = screen.getByRole("slider", { name: "Comparison slider" });
  expect(slider.getAttribute("aria-valuetext")).toBe("Before: 50%");
  fireEvent.change(slider, { target: { value: "20" } });
  const part = document.querySelector<HTMLElement>('[data-easel="image-result-compare"]');
  expect(part?.style.getPropertyValue("--easel-share")).toBe("20%");
  expect(screen.getAllByRole("img").map((image) => image.getAttribute("src"))).toEqual([
    "https://files.test/start.png",
    "https://files.test/1.png",
  ]);
});

test("labels two samples by number, side by side", async () => {
  render(show({}, <ImageResult.Compare before={0} after={1} />));
  await userEvent.click(screen.getByRole("button", { name: "Side by side" }));
  expect(screen.queryByRole("slider")).toBeNull();
  screen.getByText("Image 2 of 2");
});

test("shows an image in full after a click on it, side by side", async () => {
  render(show({}, <ImageResult.Compare before={0} after={1} defaultSideBySide />));
  await userEvent.click(screen.getByAltText("a red fox, image 2 of 2"));
  const slider = screen.getByRole<HTMLInputElement>("slider");
  expect(slider.value).toBe("0");
  await waitFor(() => expect(document.activeElement).toBe(slider));
  await userEvent.click(screen.getByRole("button", { name: "Side by side" }));
  await userEvent.click(screen.getByAltText("a red fox, image 1 of 2"));
  expect(screen.getByRole<HTMLInputElement>("slider").value).toBe("100");
});

test("renders nothing without a second image", () => {
  render(show({}, <ImageResult.Compare />));
  expect(screen.queryByRole("group")).toBeNull();
});

test("shows a message for a missing side", () => {
  render(show({}, <ImageResult.Compare before={0} after={1} />));
  fireEvent.error(screen.getByAltText("a red fox, image 1 of 2"));
  screen.getByText(/couldn’t be loaded/);
  expect(screen.getAllByRole("img")).toHaveLength(1);
});

test("opens an unreadable image in a tab and says so", async () => {
  getAsset.mockRejectedValueOnce(new EaselError("network"));
  const open = vi.spyOn(window, "open").mockReturnValue(null);
  render(show({}));
  await download();
  await screen.findByText(/opened in a new tab/);
  expect(open).toHaveBeenCalledWith("https://files.test/2.png", "_blank", "noopener,noreferrer");
});

test("drops the message of a previous result", async () => {
  const onReuse = vi.fn();
  const view = render(show({ onReuse }, <ImageResult.Reuse />));
  await userEvent.click(screen.getByRole("button"));
  expect(screen.getByRole("status").textContent).not.toBe("");
  view.rerender(show({ onReuse, result: resultOf("https://files.test/3.png") }));
  expect(screen.getByRole("status").textContent).toBe("");
});

test("copies an image as PNG", async () => {
  const user = userEvent.setup();
  const items: unknown[] = [];
  vi.stubGlobal("ClipboardItem", function ClipboardItem(data: unknown) {
    items.push(data);
  });
  vi.spyOn(navigator.clipboard, "write").mockResolvedValue();
  const png = resultOf("data:image/png;base64,iVBORw0KGgo=");
  render(show({ result: png, input: { prompt: "a fox" } }));
  await user.click(screen.getByRole("button", { name: "Copy" }));
  await screen.findByText("Copied.");
  const button = screen.getByRole("button", { name: "Copied" });
  expect(button.querySelector("svg")?.getAttribute("data-icon")).toBe("check");
  const [data] = items as Record<string, Promise<Blob>>[];
  expect((await data?.["image/png"])?.type).toBe("image/png");
});

test("says that an image can't be copied", async () => {
  const user = userEvent.setup();
  vi.stubGlobal("ClipboardItem", undefined);
  render(show({}));
  await user.click(screen.getByRole("button", { name: "Copy, image 1 of 2" }));
  const notice = await screen.findByText(/couldn’t be copied/);
  expect(notice.hasAttribute("data-failed")).toBe(true);
  const button = screen.getByRole("button", { name: "Copy, image 1 of 2" });
  expect(button.hasAttribute("data-done")).toBe(false);
});

test("removes a message and a check mark after a few seconds", async () => {
  vi.useFakeTimers();
  render(show({ onReuse: () => {} }, <ImageResult.Reuse />));
  const button = screen.getByRole("button", { name: "Reuse settings" });
  await act(async () => void fireEvent.click(button));
  expect(button.hasAttribute("data-done")).toBe(true);
  expect(screen.getByRole("status").textContent).toBe("Settings applied.");
  await act(async () => void vi.advanceTimersByTime(10_000));
  expect(button.hasAttribute("data-done")).toBe(false);
  expect(screen.getByRole("status").textContent).toBe("");
  vi.useRealTimers();
});

test("unmounts a dialog after its closing transition", async () => {
  render(show({}));
  await userEvent.click(screen.getByRole("button", { name: "Enlarge, image 1 of 2" }));
  const dialog = await screen.findByRole("dialog");
  let end = () => {};
  const finished = new Promise<void>((resolve) => (end = resolve));
  dialog.getAnimations = () => [{ finished } as unknown as Animation];
  await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(dialog.isConnected).toBe(true);
  end();
  await vi.waitFor(() => expect(dialog.isConnected).toBe(false));
});

test("enlarges an image on click, with buttons for the other images", async () => {
  const user = userEvent.setup();
  render(show({}));
  await user.click(screen.getByAltText("a red fox, image 2 of 2"));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.querySelector("img")?.src).toBe("https://files.test/2.png");
  await user.keyboard("{ArrowRight}");
  expect(dialog.querySelector("img")?.src).toBe("https://files.test/2.png");
  await user.click(screen.getByRole("button", { name: "Previous image" }));
  expect(dialog.querySelector("img")?.src).toBe("https://files.test/1.png");
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("shows a note instead of a video in the dialog, and plays it outside the dialog", async () => {
  const result = files({ url: "https://files.test/1.png" }, { url: "https://files.test/2.mp4" });
  render(show({ result }));
  await userEvent.click(screen.getByRole("button", { name: "Enlarge, image 1 of 2" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Next image" }));
  within(dialog).getByText("This result is a file, not an image.");
  expect(video()).not.toBeNull();
  expect(screen.queryByText(/couldn’t be loaded/)).toBeNull();
});

test("shows a message for a missing enlarged image", async () => {
  render(show({}));
  await userEvent.click(screen.getByRole("button", { name: "Enlarge, image 1 of 2" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.error(dialog.querySelector("img") as HTMLImageElement);
  expect(dialog.textContent).toContain("couldn’t be loaded");
  expect(dialog.querySelector("img")).toBeNull();
});
