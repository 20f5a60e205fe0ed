import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import { inForm } from "../../../test/parts/inForm.tsx";
import { catalog } from "../../models/catalog/catalog.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../../models/catalog/sdxlTxt2img.ts";
import type { FormValues } from "../../models/formValues.ts";
import { renderWithSandbox } from "../../testing/renderWithSandbox.ts";
import { Batch, type BatchProps } from "./Batch.tsx";

afterEach(cleanup);

describePart({
  part: "batch",
  element: <Batch scope="studio" model={sdxlTorch} />,
  wrap: inForm,
});

async function open(props: Partial<BatchProps> = {}) {
  const view = await renderWithSandbox(<Batch scope="studio" model={sdxlTorch} {...props} />);
  const submits = () => view.sandbox.log.filter(({ step }) => step === "submit");
  const prompts = () => submits().map(({ body }) => (body as FormValues)["prompt"]);
  return { ...view, submits, prompts };
}

const box = () => screen.getByLabelText<HTMLTextAreaElement>("Prompts, one per line");
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const entries = () =>
  within(screen.getByRole("list", { name: "Generations in this batch" })).getAllByRole("listitem");

test("shows the total first, and sends one generation per line", async () => {
  const { prompts, advance } = await open({ values: { samples: 2 } });
  expect(document.activeElement).toBe(box());
  type("a fox\n\na hare\nan owl");
  expect(document.querySelector("output")?.textContent).toMatch(
    /^(3 generations|6 images, about )/,
  );
  expect(prompts()).toEqual([]);
  await press("Start batch");
  await advance(0);
  expect(prompts()).toEqual(["a fox", "a hare", "an owl"]);
  screen.getByText("0 of 3 done");
});

test("says when everything is done, and leads to the results", async () => {
  const onShowResults = vi.fn<NonNullable<BatchProps["onShowResults"]>>();
  const { sandbox, advance } = await open({ onShowResults });
  type("a fox\na hare");
  await press("Start batch");
  await advance(0);
  screen.getByText("0 of 2 done");
  expect(screen.queryByRole("button", { name: "View results" })).toBeNull();
  sandbox.fail("status", "run-failed");
  await advance(120_000);
  screen.getByText("2 of 2 done");
  screen.getByText("Everything is finished.");
  expect(entries().map((entry) => entry.querySelector("p + p")?.textContent)).toEqual([
    "Failed",
    "Done",
  ]);
  const shown = () => onShowResults.mock.lastCall?.[0]?.input["prompt"];
  await press("View results");
  expect(shown()).toBe("a hare");
  await press("View result: a fox");
  expect(shown()).toBe("a fox");
});

test("shows what became of each generation that was sent", async () => {
  const { advance } = await open();
  type("a fox");
  await press("Start batch");
  await advance(0);
  const text = () => entries()[0]?.querySelector("p + p")?.textContent;
  const ring = () => entries()[0]?.querySelector('[data-easel="batch-entry-ring"]');
  expect(text()).toBe("In queue");
  expect(ring()).toBeNull();
  for (let polls = 0; polls < 30 && text() === "In queue"; polls += 1) await advance(500);
  expect(text()).toBe("Generating…");
  expect(ring()).not.toBeNull();
  await advance(120_000);
  expect(text()).toBe("Done");
  expect(ring()).toBeNull();
});

function Reopened(props: BatchProps) {
  const [opened, setOpened] = useState(1);
  return (
    <>
      <button onClick={() => setOpened(opened + 1)}>Reopen</button>
      <Batch key={opened} {...props} />
    </>
  );
}

test("replaces the form with the queue, and focuses it", async () => {
  const { advance } = await renderWithSandbox(<Reopened scope="studio" model={sdxlTorch} />);
  type("a fox");
  await press("Start batch");
  await advance(0);
  const list = screen.getByRole("list", { name: "Generations in this batch" });
  expect(screen.queryByLabelText("Prompts, one per line")).toBeNull();
  expect(document.activeElement).toBe(list.closest('[data-easel="batch-queue"]'));
  await press("Reopen");
  expect(entries()).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Reopen" }));
});

test("opens the form again to add prompts, and folds it afterwards", async () => {
  const { advance } = await open();
  type("a fox");
  await press("Start batch");
  await advance(0);
  const more = screen.getByRole("button", { name: "Add more prompts" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await press("Add more prompts");
  expect(more.getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement).toBe(box());
  expect(box().value).toBe("");
  type("a hare");
  await press("Start batch");
  await advance(0);
  within(entries().at(-1) as HTMLElement).getByText("a hare");
  expect(document.activeElement).toBe(more);
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await press("Clear list");
  expect(document.activeElement).toBe(box());
});

test("offers a model that requires an image only if there is one", async () => {
  const models = [sdxlTorch, sdxlImg2img];
  const image = "https://files.test/1.png";
  const { unmount } = await open({ models, values: {} });
  expect(screen.queryByLabelText(sdxlImg2img.title)).toBeNull();
  unmount();
  await open({ models, model: sdxlImg2img, values: { image } });
  screen.getByLabelText(sdxlImg2img.title);
  screen.getByLabelText(sdxlTorch.title);
});

test("multiplies by takes and models", async () => {
  const { submits, advance } = await open({ models: catalog });
  type("a fox");
  fireEvent.change(screen.getByLabelText("Generations per prompt"), { target: { value: "2" } });
  await userEvent.click(screen.getByLabelText(sdxlTxt2img.title));
  expect(document.querySelector("output")?.textContent).toMatch(/^4 /);
  await press("Start batch");
  await advance(60_000);
  expect(submits()).toHaveLength(4);
});

test("stops, edits, deletes, and resumes", async () => {
  const { prompts, sandbox, advance } = await open();
  sandbox.fail("submit", "no-credits");
  type("a fox\na hare\nan owl");
  await press("Start batch");
  await advance(0);
  screen.getByText(/^Stopped: .*credits/);
  expect(entries()).toHaveLength(3);
  await press("Remove from list: a hare");
  await press("Edit prompt: an owl");
  const edit = screen.getByLabelText("Edit prompt: an owl");
  fireEvent.change(edit, { target: { value: "" } });
  await press("Save");
  screen.getByText("Write a prompt.");
  fireEvent.change(edit, { target: { value: "two owls" } });
  await press("Save");
  await press("Resume");
  await advance(0);
  expect(prompts()).toEqual(["a fox", "a fox", "two owls"]);
});

test("keeps a refused entry with its error, and tries it again", async () => {
  const { prompts, sandbox, advance } = await open();
  sandbox.fail("submit", "parameter-rejected");
  type("a fox\na hare");
  await press("Start batch");
  await advance(0);
  screen.getByText("Not accepted. Not charged.");
  await press("Try again: a fox");
  await advance(0);
  expect(prompts()).toEqual(["a fox", "a hare", "a fox"]);
  screen.getByText("0 of 2 done");
  await press("Clear list");
  expect(screen.queryByRole("list", { name: "Generations in this batch" })).toBeNull();
});

test("says why nothing can be added", async () => {
  const { prompts, advance } = await open();
  const button = screen.getByRole("button", { name: "Start batch" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe("Enter at least one prompt.");
  button.focus();
  await press("Start batch");
  expect(document.activeElement).toBe(box());
  type(Array.from({ length: 201 }, (_, index) => `fox ${index}`).join("\n"));
  await press("Start batch");
  screen.getByText("A batch can have up to 200 generations.");
  await advance(0);
  expect(prompts()).toEqual([]);
});

test("names the field of the form that is invalid", async () => {
  await open({ model: sdxlImg2img, values: { image: "" } });
  type("a fox");
  await press("Start batch");
  screen.getByText(/^Start image: ./);
});
