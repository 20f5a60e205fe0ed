import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { sdxlImg2img, type FormValues } from "../../models/index.ts";
import { describePart } from "../describePart.tsx";
import { inForm } from "../inForm.ts";
import { ImageField } from "./ImageField.tsx";

afterEach(cleanup);

const field = (defaultValues: FormValues = { image: "" }, onGenerate = vi.fn()) =>
  inForm(<ImageField name="image" />, { model: sdxlImg2img, defaultValues, onGenerate });
const address = () => screen.getByLabelText<HTMLInputElement>("Image: address");
const preview = () => screen.queryByRole<HTMLImageElement>("img", { name: "Image: preview" });
const picker = () =>
  screen.getByLabelText<HTMLInputElement>("Choose a file", { selector: "input" });
const control = () => document.querySelector('[data-easel="image-control"]') as Element;
const png = (name = "bird.png", bytes = "abc") => new File([bytes], name, { type: "image/png" });

describePart({
  part: "field",
  element: <ImageField name="image" />,
  wrap: (part) => inForm(part, { model: sdxlImg2img }),
});

test("an address that the form started with is fetched only when asked for", async () => {
  render(field({ image: "https://pictures.test/bird.jpg" }));
  expect(preview()).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show preview" }));
  expect(preview()?.src).toBe("https://pictures.test/bird.jpg");
});

test("a written address is shown once it is whole, and sent", async () => {
  const onGenerate = vi.fn();
  render(field({ image: "" }, onGenerate));
  await userEvent.type(address(), "https://pictures.test/b.jpg");
  expect(preview()).toBeNull();
  await userEvent.tab();
  expect(preview()?.src).toBe("https://pictures.test/b.jpg");
  address().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ image: "https://pictures.test/b.jpg" });
});

test("a pasted address is shown at once", async () => {
  render(field());
  await userEvent.click(address());
  await userEvent.paste("https://pictures.test/b.jpg");
  expect(preview()?.src).toBe("https://pictures.test/b.jpg");
});

test("a file becomes a data URL, with a preview and its name", async () => {
  const onGenerate = vi.fn();
  render(field({ image: "" }, onGenerate));
  await userEvent.upload(picker(), png());
  await waitFor(() => expect(preview()?.src).toBe("data:image/png;base64,YWJj"));
  expect(screen.getByText(/bird\.png, /)).not.toBeNull();
  screen.getByRole("button", { name: "Replace" }).focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ image: "data:image/png;base64,YWJj" });
});

test("a picture can be dropped and pasted", async () => {
  render(field());
  fireEvent.drop(control(), { dataTransfer: { files: [png()], getData: () => "" } });
  await waitFor(() => expect(preview()).not.toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "Remove" }));
  expect(preview()).toBeNull();
  fireEvent.paste(control(), { clipboardData: { files: [png()] } });
  await waitFor(() => expect(preview()).not.toBeNull());
});

test("a picture dragged over from another page comes by its address", () => {
  render(field());
  const getData = () => "https://pictures.test/dragged.jpg";
  fireEvent.drop(control(), { dataTransfer: { files: [], getData } });
  expect(preview()?.src).toBe("https://pictures.test/dragged.jpg");
});

test("removing leads focus to the box for an address", async () => {
  render(field({ image: "data:image/png;base64,YWJj" }));
  await userEvent.click(screen.getByRole("button", { name: "Remove" }));
  expect(document.activeElement).toBe(address());
});

test("what is no picture is refused in words, and what was there stays", async () => {
  render(field({ image: "data:image/png;base64,YWJj" }));
  const letter = new File(["Dear"], "letter.txt", { type: "text/plain" });
  await userEvent.upload(picker(), letter, { applyAccept: false });
  expect(await screen.findByText(/“letter.txt” is not a picture/)).not.toBeNull();
  expect(preview()).not.toBeNull();
});

test("a file that is too large is refused with its size and the limit", async () => {
  render(field());
  const large = png();
  Object.defineProperty(large, "size", { value: 9 * 1024 * 1024 });
  await userEvent.upload(picker(), large);
  expect(await screen.findByText(/9 MB, and at most 8 MB/)).not.toBeNull();
});

test("a picture that can't be shown says so", async () => {
  render(field({ image: "data:image/png;base64,YWJj" }));
  fireEvent.error(preview() as Element);
  expect(preview()).toBeNull();
  expect(screen.getByText(/can’t be shown here/)).not.toBeNull();
});
