import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { defineModel, type Model } from "../../../models/defineModel.ts";
import { comboboxListModule } from "./comboboxListModule.ts";
import { SelectField } from "./SelectField.tsx";

beforeAll(() => comboboxListModule.load());
afterEach(cleanup);

describePart({ part: "field", element: <SelectField name="scheduler" />, wrap: inForm });

const send = () => userEvent.keyboard("{Control>}{Enter}{/Control}");
const image = "data:image/png;base64,AAAA";
const openField = { model: sdxlImg2img, defaultValues: { image } };
const box = () => screen.getByRole<HTMLInputElement>("combobox");

test("renders a closed list as a select with hints", async () => {
  const onGenerate = vi.fn();
  render(inForm(<SelectField name="scheduler" />, { onGenerate }));
  const select = screen.getByLabelText<HTMLSelectElement>("Sampler");
  expect(select.tagName).toBe("SELECT");
  expect(within(select).getByRole("option", { name: /^Heun – Accurate/ })).not.toBeNull();
  await userEvent.selectOptions(select, "Heun");
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ scheduler: "Heun" });
});

test("sends numbers as numbers, and omits an optional field set to the default", async () => {
  const input = z.object({ frames: z.literal([4, 8, 16]).optional() });
  const model = defineModel({ id: "frames", title: "Frames", task: "text-to-image", input });
  const onGenerate = vi.fn();
  render(inForm(<SelectField<typeof model> name="frames" />, { model, onGenerate }));
  const select = screen.getByLabelText("Frames");
  await userEvent.selectOptions(select, "16");
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenLastCalledWith({ frames: 16 }));
  await userEvent.selectOptions(select, "Default");
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenLastCalledWith({}));
});

test("groups options under headings", () => {
  const model = defineModel({
    id: "grouped",
    title: "Grouped",
    task: "text-to-image",
    input: z.object({
      look: z.enum(["oil", "ink", "film"]).meta({
        "x-easel": {
          options: [
            { value: "oil", group: "Paint" },
            { value: "ink", group: "Paint" },
            { value: "film", group: "Photo" },
          ],
        },
      }),
    }),
  });
  render(inForm(<SelectField<Model> name="look" />, { model }));
  const paint = screen.getByRole("group", { name: "Paint" });
  expect(within(paint).getAllByRole("option")).toHaveLength(2);
  expect(screen.getByRole("option", { name: "Choose…" })).not.toBeNull();
});

test("shows all options when opened, and filters them while typing", async () => {
  render(inForm(<SelectField name="scheduler" />, openField));
  await userEvent.click(box());
  expect(screen.getAllByRole("option")).toHaveLength(29);
  await userEvent.clear(box());
  await userEvent.type(box(), "HEUN sde");
  expect(screen.getAllByRole("option").map((option) => option.firstChild?.textContent)).toEqual([
    "DPM++ 2M SDE Heun Karras",
    "DPM++ 2M SDE Heun Exponential",
    "DPM++ 2M SDE Heun",
  ]);
  await userEvent.keyboard("{Escape}{ArrowDown}");
  expect(screen.getAllByRole("option")).toHaveLength(29);
});

test("moves with the arrow keys, selects with Enter, and closes with Escape", async () => {
  render(inForm(<SelectField name="scheduler" />, openField));
  box().focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  const active = document.getElementById(box().getAttribute("aria-activedescendant") ?? "");
  expect(active?.textContent).toBe("DPM++ SDE Karras Rich in detail, takes twice as long");
  await userEvent.keyboard("{Enter}");
  expect(box().value).toBe("DPM++ SDE Karras");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(document.activeElement).toBe(box());
  await userEvent.keyboard("{ArrowDown}{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(box().value).toBe("DPM++ SDE Karras");
});

test("selects with the mouse without losing focus", async () => {
  render(inForm(<SelectField name="scheduler" />, openField));
  await userEvent.click(screen.getByRole("button", { name: "Show options: Sampler" }));
  await userEvent.click(screen.getByRole("option", { name: /^Restart/ }));
  expect(box().value).toBe("Restart");
  expect(document.activeElement).toBe(box());
});

test("accepts any text in an open list and warns that it isn't checked", async () => {
  const onGenerate = vi.fn();
  render(inForm(<SelectField name="scheduler" />, { ...openField, onGenerate }));
  await userEvent.clear(box());
  await userEvent.type(box(), "my own");
  expect(screen.getByText(/“my own” isn’t in the list/)).not.toBeNull();
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ scheduler: "my own" });
});

const project = defineModel({
  id: "project",
  title: "Project",
  task: "text-to-image",
  input: z.object({
    project: z
      .string()
      .min(1, "Pick a project")
      .meta({
        "x-easel": {
          options: [
            { value: "p1", label: "Website" },
            { value: "p2", label: "Newsletter" },
          ],
        },
      }),
  }),
});

test("shows the selected label and sends its value", async () => {
  const onGenerate = vi.fn();
  render(inForm(<SelectField<typeof project> name="project" />, { model: project, onGenerate }));
  await userEvent.click(box());
  await userEvent.click(screen.getByRole("option", { name: "Website" }));
  expect(box().value).toBe("Website");
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenLastCalledWith({ project: "p1" }));

  await userEvent.clear(box());
  await userEvent.type(box(), "Newsletter");
  expect(screen.queryByText(/isn’t in the list/)).toBeNull();
  await send();
  await waitFor(() => expect(onGenerate).toHaveBeenLastCalledWith({ project: "p2" }));
  await userEvent.type(box(), "s");
  expect(box().value).toBe("Newsletters");
});

test("has no default for a required list and rejects a blank value", async () => {
  const onGenerate = vi.fn();
  render(inForm(<SelectField<typeof project> name="project" />, { model: project, onGenerate }));
  expect(box().placeholder).toBe("Choose…");
  box().focus();
  await send();
  await screen.findByText("Pick a project");
  expect(onGenerate).not.toHaveBeenCalled();
});
