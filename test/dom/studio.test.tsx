import { act, cleanup, fireEvent, waitFor } from "@testing-library/react";
import { sdxlTorch, Studio } from "react-easel";
import { renderWithSandbox, type RenderWithSandboxOptions } from "react-easel/testing";
import { afterEach, expect, test } from "vitest";

afterEach(cleanup);

const prompt = "a lighthouse at dusk";

async function openStudio(options?: RenderWithSandboxOptions) {
  const view = await renderWithSandbox(<Studio models={[sdxlTorch]} />, options);
  fireEvent.change(view.getByLabelText("Prompt"), { target: { value: prompt } });
  const button = view.getByRole("button", { name: "Generate" });
  const part = (name: string) => view.container.querySelector(`[data-easel="${name}"]`);
  const submits = () => view.sandbox.log.filter(({ step }) => step === "submit");
  const press = () => act(async () => void fireEvent.click(button));
  const isQueued = () =>
    waitFor(() => expect(part("job-progress")?.getAttribute("data-status")).toBe("queued"));
  return { ...view, isQueued, press, button, part, submits };
}

test("generates an image from a prompt and charges once", async () => {
  const studio = await openStudio();
  await studio.press();
  await studio.press();
  await studio.isQueued();
  await studio.advance(60_000);
  const image = await studio.findByRole("img", { name: new RegExp(prompt) });
  expect(image.getAttribute("data-easel")).toBe("image-result-image");
  expect(image.getAttribute("src")).toMatch(/^https:\/\/images\.segmind\.com\//);
  expect(studio.submits()).toHaveLength(1);
  expect(studio.submits()[0]?.body).toMatchObject({ prompt, guidance_scale: 8, base64: false });
});

test("reports a lost response as possibly charged, and resends only on request", async () => {
  const studio = await openStudio({ sandbox: { faults: { submit: ["lost-answer"] } } });
  await studio.press();
  const error = await studio.findByRole("alert");
  expect(studio.part("job-error")?.getAttribute("data-charged")).toBe("unknown");
  expect(error.textContent).toContain("May have been charged");
  await studio.advance(60_000);
  expect(studio.submits()).toHaveLength(1);
  await act(async () => void fireEvent.click(studio.getByRole("button", { name: /twice/i })));
  await studio.isQueued();
  expect(studio.submits()).toHaveLength(2);
});

test("reports a blocked job as free, and keeps its input", async () => {
  const studio = await openStudio();
  const box = studio.getByLabelText("Prompt") as HTMLTextAreaElement;
  fireEvent.change(box, { target: { value: `${prompt} sandbox:content-block` } });
  await studio.press();
  await studio.isQueued();
  await studio.advance(60_000);
  expect(await studio.findByText(/not charged/i)).toBeTruthy();
  expect(studio.part("job-error")?.getAttribute("data-code")).toBe("content_blocked");
  expect(box.value).toContain(prompt);
});

test("never sends a value that the model rejects", async () => {
  const studio = await openStudio();
  fireEvent.change(studio.getByLabelText("Prompt"), { target: { value: "  " } });
  await studio.press();
  expect((await studio.findAllByText("Write a prompt.")).length).toBeGreaterThan(0);
  expect(studio.sandbox.log).toEqual([]);
});
