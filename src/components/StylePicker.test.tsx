import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "./describePart.tsx";
import { inForm } from "./inForm.ts";
import { StylePicker } from "./StylePicker.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <StylePicker />, wrap: inForm });

const trigger = () => screen.getByRole("button", { name: /^Style / });
const search = () => screen.getByRole("searchbox", { name: "Search styles" });
const names = () => screen.getAllByRole("option").map((option) => option.textContent);
const inline = <StylePicker variant="inline" />;

test("a press opens all styles, a choice closes them and is sent", async () => {
  const onGenerate = vi.fn();
  render(inForm(<StylePicker />, { onGenerate }));
  await userEvent.click(trigger());
  expect(document.activeElement).toBe(search());
  expect(names()).toHaveLength(104);
  expect(screen.getByRole("option", { name: "Base" }).getAttribute("aria-selected")).toBe("true");

  await userEvent.click(screen.getByRole("option", { name: "Watercolor" }));
  expect(screen.queryByRole("listbox")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(trigger()));
  expect(trigger().textContent).toContain("Watercolor");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ style: "watercolor" });
});

test("Escape closes and changes nothing", async () => {
  render(inForm(<StylePicker />));
  await userEvent.click(trigger());
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(trigger().textContent).toContain("Base");
});

test("a search goes through every category and says how much it found", async () => {
  render(inForm(inline));
  await userEvent.click(screen.getByRole("radio", { name: "Papercraft" }));
  expect(names()).toHaveLength(9);
  await userEvent.type(search(), "noir");
  expect(names()).toEqual(expect.arrayContaining(["Film noir", "Neon noir"]));
  expect(screen.getByText(`${names().length - 1} styles`)).not.toBeNull();
  expect(screen.getByRole("radio", { name: "All" }).getAttribute("aria-checked")).toBe("true");
});

test("the styles stand under their categories", () => {
  render(inForm(inline));
  const group = screen.getByRole("group", { name: "Photography" });
  expect(
    within(group)
      .getAllByRole("option")
      .map((option) => option.textContent),
  ).toContain("HDR");
});

test("Down leads from the search to the chosen style; Tab knows one stop in the grid", async () => {
  render(inForm(inline, { defaultValues: { style: "anime" } }));
  search().focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Anime");
  await userEvent.keyboard("{End}");
  expect(document.activeElement).toBe(screen.getAllByRole("option").at(-1));
  expect(document.querySelectorAll('[role="option"][tabindex="0"]')).toHaveLength(1);
});

test("a letter typed among the tiles goes on in the search", async () => {
  render(inForm(inline));
  search().focus();
  await userEvent.keyboard("{ArrowDown}n");
  expect(document.activeElement).toBe(search());
});

test("any name can be used, and is said to be unchecked", async () => {
  const onGenerate = vi.fn();
  render(inForm(inline, { onGenerate }));
  await userEvent.type(search(), "risograph");
  expect(screen.getByText("No style is called “risograph”.")).not.toBeNull();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(screen.getByText(/“risograph” is not in the list/)).not.toBeNull();
  search().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ style: "risograph" });
});
