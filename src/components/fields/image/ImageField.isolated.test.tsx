import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import type { FormValues } from "../../../models/formValues.ts";
import * as PromptForm from "../../prompt-form/promptFormParts.ts";
import { ImageField, type ImageFieldProps } from "./ImageField.tsx";

/** Mocked image preparation, because happy-dom has no canvas. */
const work = vi.hoisted(() => ({
  refused: "",
  crop: {} as unknown,
  /** Images are ready once this resolves. */
  gate: Promise.resolve(),
}));
vi.mock("../../../images/prepareInWorker.ts", () => ({
  prepareInWorker: async (file: Blob, { crop }: { crop: unknown }) => {
    work.crop = crop;
    await work.gate;
    const original = { width: 4032, height: 3024, bytes: 3_200_000 };
    return work.refused === ""
      ? { image: { blob: file, width: 1024, height: 768, original } }
      : { refused: work.refused };
  },
}));

beforeEach(() => Object.assign(work, { refused: "", crop: {}, gate: Promise.resolve() }));

/** Blocks image preparation, and returns a function that unblocks it. */
function holdWork(): () => void {
  let finish = () => {};
  work.gate = new Promise((resolve) => (finish = resolve));
  return () => finish();
}

afterEach(cleanup);

const field = (
  defaultValues: FormValues = { image: "" },
  onGenerate = vi.fn(),
  props: Partial<ImageFieldProps> = {},
) =>
  inForm(
    <>
      <ImageField name="image" {...props} />
      <PromptForm.Field name="prompt" />
      <PromptForm.Reasons />
      <PromptForm.Submit />
    </>,
    { model: sdxlImg2img, defaultValues, onGenerate },
  );
const address = () => screen.getByLabelText<HTMLInputElement>("Start image: URL");
const preview = () => screen.queryByRole<HTMLImageElement>("img", { name: "Start image: preview" });
const picker = () =>
  screen.getByLabelText<HTMLInputElement>("Choose a file", { selector: "input" });
const frame = () => document.querySelector('[data-kind="image"]') as Element;
const png = (name = "bird.png", bytes = "abc") => new File([bytes], name, { type: "image/png" });
const dropping = (files: File[], text = "") => ({
  dataTransfer: {
    files,
    getData: () => text,
    types: files.length > 0 ? ["Files"] : ["text/uri-list"],
  },
});
const pasting = (files: File[], text = "") => ({ clipboardData: { files, getData: () => text } });

describePart({
  part: "field",
  element: <ImageField name="image" />,
  wrap: (part) => inForm(part, { model: sdxlImg2img }),
});

test("fetches an initial URL only on request", async () => {
  render(field({ image: "https://images.test/bird.jpg" }));
  expect(preview()).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show preview" }));
  expect(preview()?.src).toBe("https://images.test/bird.jpg");
});

test("previews a typed URL on blur, and sends it", async () => {
  const onGenerate = vi.fn();
  render(field({ image: "" }, onGenerate));
  await userEvent.type(address(), "https://images.test/b.jpg");
  expect(preview()).toBeNull();
  await userEvent.tab();
  expect(preview()?.src).toBe("https://images.test/b.jpg");
  expect(screen.getByText(/The image service downloads this image/)).not.toBeNull();
  address().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ image: "https://images.test/b.jpg" });
});

test("previews a pasted URL immediately", async () => {
  render(field());
  await userEvent.click(address());
  await userEvent.paste("https://images.test/b.jpg");
  expect(preview()?.src).toBe("https://images.test/b.jpg");
});

test("shows the file name instead of the URL once the image has loaded, and keeps focus", async () => {
  render(field());
  await userEvent.click(address());
  await userEvent.paste("https://images.test/a/bird.jpg?size=large");
  expect(screen.queryByText("bird.jpg")).toBeNull();
  fireEvent.load(preview() as Element);
  expect(screen.getByText("bird.jpg")).not.toBeNull();
  expect(screen.queryByLabelText("Start image: URL")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Replace" }));
  await userEvent.click(screen.getByRole("button", { name: "Remove" }));
  expect(document.activeElement).toBe(address());
  expect(address().value).toBe("");
});

test("shows the original and prepared size of a file, and sends it", async () => {
  const onGenerate = vi.fn();
  render(field({ image: "" }, onGenerate));
  await userEvent.upload(picker(), png());
  await waitFor(() => expect(preview()?.src).toBe("data:image/png;base64,YWJj"));
  const said = screen.getByText("bird.png").parentElement;
  expect(said?.getAttribute("role")).toBe("status");
  expect(said?.textContent?.replaceAll(/\s/g, " ")).toBe(
    "bird.png4032 × 3024, 3.2 MB → 1024 × 768, 1 kB",
  );
  screen.getByRole("button", { name: "Replace" }).focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ image: "data:image/png;base64,YWJj" });
});

test("blocks the form while an image is prepared", async () => {
  const finish = holdWork();
  const onGenerate = vi.fn();
  render(field({ image: "data:image/png;base64,b2xk" }, onGenerate));
  await userEvent.upload(picker(), png());
  const bar = await screen.findByRole("progressbar", { name: "Resizing…" });
  expect(bar.getAttribute("aria-valuenow")).toBeNull();
  const generate = screen.getByRole("button", { name: "Generate" });
  const reasons = document.querySelector('[data-easel="prompt-form-reasons"]');
  expect(generate.getAttribute("aria-describedby")?.split(" ")).toContain(reasons?.id);
  await waitFor(() =>
    expect(reasons?.textContent).toBe("Start image The image is still being prepared."),
  );
  await userEvent.click(generate);
  expect(onGenerate).not.toHaveBeenCalled();

  finish();
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  await waitFor(() => expect(reasons?.textContent).toBe(""));
  await userEvent.click(generate);
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
});

test("keeps the previous image on cancel, and moves focus to Replace", async () => {
  holdWork();
  render(field({ image: "data:image/png;base64,b2xk" }));
  await userEvent.upload(picker(), png());
  await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("progressbar")).toBeNull();
  expect(preview()?.src).toBe("data:image/png;base64,b2xk");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Replace" }));
});

test("accepts a dropped image and marks the drop target", async () => {
  render(field());
  const label = screen.getByText("Start image");
  fireEvent.dragOver(label, dropping([png()]));
  expect(screen.getByText("Drop the image here")).not.toBeNull();
  fireEvent.dragLeave(frame(), { relatedTarget: document.body });
  expect(screen.queryByText("Drop the image here")).toBeNull();
  expect(fireEvent.drop(label, dropping([png()]))).toBe(false);
  await waitFor(() => expect(preview()).not.toBeNull());
});

test("ignores dragged text", () => {
  render(field());
  const dataTransfer = { files: [], getData: () => "", types: ["text/plain"] };
  expect(fireEvent.dragOver(frame(), { dataTransfer })).toBe(true);
  expect(screen.queryByText("Drop the image here")).toBeNull();
});

test("accepts a file pasted anywhere in the form, unless it is pasted with text into a text box", async () => {
  render(field());
  const prompt = screen.getByLabelText("Prompt");
  fireEvent.paste(prompt, pasting([png()], "words beside an image"));
  expect(screen.queryByText("bird.png")).toBeNull();
  fireEvent.paste(prompt, pasting([png()]));
  expect(await screen.findByText("bird.png")).not.toBeNull();
});

test("uses the URL of an image dragged from another page", async () => {
  render(field());
  fireEvent.drop(frame(), dropping([], "https://images.test/dragged.jpg"));
  await waitFor(() => expect(preview()?.src).toBe("https://images.test/dragged.jpg"));
});

test("moves focus to the URL box after removal", async () => {
  render(field({ image: "data:image/png;base64,YWJj" }));
  await userEvent.click(screen.getByRole("button", { name: "Remove" }));
  expect(document.activeElement).toBe(address());
});

test("explains a rejected file and keeps the previous image", async () => {
  work.refused = "heic";
  render(field({ image: "data:image/png;base64,YWJj" }));
  await userEvent.upload(picker(), png("IMG_1.heic"));
  const message = await screen.findByText(/“IMG_1.heic” is a HEIC photo/);
  expect(message.closest('[role="status"]')).not.toBeNull();
  expect(preview()?.src).toBe("data:image/png;base64,YWJj");
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/HEIC/)).toBeNull();
});

test("lets the app handle a file", async () => {
  const onFile = vi.fn((file: File) => file.name === "recipe.png");
  render(field(undefined, vi.fn(), { onFile }));
  await userEvent.upload(picker(), png("recipe.png"));
  await waitFor(() => expect(onFile).toHaveBeenCalledOnce());
  expect(preview()).toBeNull();
  await userEvent.upload(picker(), png());
  await waitFor(() => expect(preview()).not.toBeNull());
});

test("offers the camera on touch devices", () => {
  const matchMedia = vi.spyOn(globalThis, "matchMedia");
  const { rerender } = render(field());
  expect(screen.queryByRole("button", { name: "Take a photo" })).toBeNull();
  const coarse = Object.assign(new EventTarget(), { matches: true }) as MediaQueryList;
  matchMedia.mockReturnValue(coarse);
  rerender(<div>{field()}</div>);
  expect(screen.getByRole("button", { name: "Take a photo" })).not.toBeNull();
  const camera = screen.getByLabelText("Take a photo", { selector: "input" });
  expect(camera.getAttribute("capture")).toBe("environment");
  matchMedia.mockRestore();
});

test("uploads a result of this page that the form was filled with", async () => {
  const onGenerate = vi.fn();
  const url = URL.createObjectURL(png());
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(png())),
  );
  const finish = holdWork();
  render(field({ image: url, prompt: "a bird" }, onGenerate));
  expect(preview()?.src).toBe(url);
  expect(screen.queryByLabelText("Start image: URL")).toBeNull();
  await screen.findByText("Resizing…");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  expect(onGenerate).not.toHaveBeenCalled();
  finish();
  await screen.findByRole("button", { name: "Crop" });
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ image: "data:image/png;base64,YWJj" });
  vi.unstubAllGlobals();
});

test("says that a result of an earlier page can't be used", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => Promise.reject(new TypeError("Failed to fetch"))),
  );
  render(field({ image: "blob:https://app.test/1" }));
  await screen.findByRole("button", { name: "Dismiss" });
  vi.unstubAllGlobals();
});

test("moves the crop with buttons", async () => {
  render(field());
  await userEvent.upload(picker(), png());
  await userEvent.click(await screen.findByRole("button", { name: "Crop" }));
  await userEvent.click(await screen.findByRole("button", { name: "Move right" }));
  expect(await screen.findByText("20% from the left, 0% from the top")).not.toBeNull();
  for (const direction of ["left", "left", "left", "up"]) {
    await userEvent.click(screen.getByRole("button", { name: `Move ${direction}` }));
  }
  await userEvent.click(screen.getByRole("button", { name: "Apply crop" }));
  await waitFor(() => expect(work.crop).toEqual({ x: 0, y: 0, width: 0.75, height: 1 }));
});

test("crops by keyboard and prepares the image again", async () => {
  render(field());
  await userEvent.upload(picker(), png());
  await userEvent.click(await screen.findByRole("button", { name: "Crop" }));
  const part = await screen.findByRole("application", { name: "Crop area" });
  expect(document.activeElement).toBe(part);
  await userEvent.keyboard("{Shift>}{ArrowLeft}{/Shift}");
  expect(screen.getByText("5% from the left, 0% from the top")).not.toBeNull();
  await userEvent.keyboard("{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}");
  await userEvent.click(screen.getByRole("button", { name: "Apply crop" }));
  await waitFor(() => expect(work.crop).toEqual({ x: 0.25, y: 0, width: 0.75, height: 1 }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Replace" }));

  await userEvent.click(await screen.findByRole("button", { name: "Crop" }));
  await userEvent.click(await screen.findByRole("radio", { name: "Original" }));
  await userEvent.click(screen.getByRole("button", { name: "Apply crop" }));
  await waitFor(() => expect(work.crop).toBeUndefined());
});

test("closes the crop on Escape and restores focus", async () => {
  render(field());
  await userEvent.upload(picker(), png());
  await userEvent.click(await screen.findByRole("button", { name: "Crop" }));
  await screen.findByRole("application", { name: "Crop area" });
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("application")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Crop" }));
});

test("applies all moves made between two renders", async () => {
  render(field());
  await userEvent.upload(picker(), png());
  await userEvent.click(await screen.findByRole("button", { name: "Crop" }));
  const part = await screen.findByRole("application", { name: "Crop area" });
  act(() => {
    for (const key of ["+", "+", "ArrowRight", "ArrowRight"]) fireEvent.keyDown(part, { key });
  });
  await userEvent.click(screen.getByRole("button", { name: "Apply crop" }));
  const side = 1 / 1.1 ** 2;
  await waitFor(() =>
    expect(work.crop).toMatchObject({
      x: expect.closeTo(0.5 - (0.75 * side) / 2 + 0.04 * 0.75 * side) as number,
      width: expect.closeTo(0.75 * side) as number,
    }),
  );
});

test("says that an image can't be previewed", () => {
  render(field({ image: "data:image/png;base64,YWJj" }));
  fireEvent.error(preview() as Element);
  expect(preview()).toBeNull();
  expect(screen.getByText(/can’t be previewed here/)).not.toBeNull();
});
