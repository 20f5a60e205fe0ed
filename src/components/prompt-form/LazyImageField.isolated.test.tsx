import { act, cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inForm } from "../../../test/parts/inForm.tsx";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import type { FormValues } from "../../models/formValues.ts";
import * as PromptForm from "./promptFormParts.ts";

/** Blocks the code of the image field until `arrive` is called, so that tests can use the placeholder. */
let arrive = () => {};
const arrived = new Promise<void>((resolve) => (arrive = resolve));
let isMissing = true;
// Not hoisted, because the package's entry imports the field statically.
vi.doMock("../fields/image/ImageField.tsx", async () => {
  if (isMissing) throw new TypeError("Failed to fetch dynamically imported module");
  await arrived;
  return vi.importActual("../fields/image/ImageField.tsx");
});

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const field = (defaultValues: FormValues = { image: "" }, onGenerate = vi.fn()) =>
  inForm(
    <>
      <PromptForm.Fields />
      <PromptForm.Submit />
    </>,
    { model: sdxlImg2img, defaultValues, onGenerate },
  );
const address = () => screen.getByLabelText<HTMLInputElement>("Start image: URL");
const picker = () => screen.queryByLabelText("Choose a file", { selector: "input" });

test("doesn't load the code for a form without an image field", async () => {
  render(inForm(<PromptForm.Fields />));
  expect(screen.queryByText("Start image")).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test("focuses an invalid field, and keeps its value, focus, and selection when the code has loaded", async () => {
  const onGenerate = vi.fn();
  render(field(undefined, onGenerate));
  expect(screen.getByRole("group", { name: "Start image" })).not.toBeNull();
  expect(address().getAttribute("aria-required")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await vi.waitFor(() => expect(document.activeElement).toBe(address()));
  expect(address().getAttribute("aria-invalid")).toBe("true");
  expect(onGenerate).not.toHaveBeenCalled();
  await userEvent.type(address(), "https://images.test/bird.jpg");
  address().setSelectionRange(8, 14);

  const before = address();
  expect(picker()).toBeNull();
  isMissing = false;
  arrive();
  // The first load failed, and is retried.
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  await vi.waitFor(() => expect(picker()).not.toBeNull());
  expect(address()).not.toBe(before);
  expect(document.activeElement).toBe(address());
  expect(address().value).toBe("https://images.test/bird.jpg");
  expect([address().selectionStart, address().selectionEnd]).toEqual([8, 14]);
  await userEvent.click(screen.getByRole("button", { name: "Generate" }));
  await vi.waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
});

test("renders at once if the code is already loaded", () => {
  render(field());
  expect(picker()).not.toBeNull();
});
