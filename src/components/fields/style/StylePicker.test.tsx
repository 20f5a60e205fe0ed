import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { styleIllustrations } from "./styleIllustrations.ts";
import { styleListModule } from "./styleListModule.ts";
import { StylePicker } from "./StylePicker.tsx";
import { stylePopupModule } from "./stylePopupModule.ts";
import type { StylePreviewSet } from "./StylePreviewsContext.ts";
import { StylePreviewsProvider } from "./StylePreviewsProvider.tsx";

beforeAll(() => Promise.all([styleListModule.load(), stylePopupModule.load()]));
afterEach(cleanup);

describePart({ part: "field", element: <StylePicker />, wrap: inForm });

const trigger = () => screen.getByRole("button", { name: /^Style / });
const search = () => screen.getByRole("searchbox", { name: "Search styles" });
const names = () => screen.getAllByRole("option").map((option) => option.textContent);
/** Waits for all options, because those out of view render after the first paint. */
const allDrawn = () => waitFor(() => expect(names()).toHaveLength(104));
const inline = <StylePicker variant="inline" />;

test("opens all styles on click, closes on selection, and sends the style", async () => {
  const onGenerate = vi.fn();
  render(inForm(<StylePicker />, { onGenerate }));
  await userEvent.click(trigger());
  expect(document.activeElement).toBe(search());
  await allDrawn();
  expect(screen.getByRole("option", { name: "Base" }).getAttribute("aria-selected")).toBe("true");

  await userEvent.click(screen.getByRole("option", { name: "Watercolor" }));
  expect(screen.queryByRole("listbox")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(trigger()));
  expect(trigger().textContent).toContain("Watercolor");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ style: "watercolor" });
});

test("hides the styles until the search box has focus", async () => {
  render(inForm(<StylePicker />));
  const isHeld = () => document.querySelector("[data-opening]") !== null;
  const heldAtFocus = vi.fn();
  document.addEventListener("focusin", ({ target }) => heldAtFocus(target, isHeld()));
  await userEvent.click(trigger());
  expect(heldAtFocus).toHaveBeenLastCalledWith(search(), true);
  expect(isHeld()).toBe(false);
});

test("closes on Escape without a change", async () => {
  render(inForm(<StylePicker />));
  await userEvent.click(trigger());
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(trigger().textContent).toContain("Base");
});

test("searches every category and announces the count", async () => {
  render(inForm(inline));
  await userEvent.click(screen.getByRole("radio", { name: "Papercraft" }));
  expect(names()).toHaveLength(9);
  await userEvent.type(search(), "noir");
  expect(names()).toEqual(expect.arrayContaining(["Film noir", "Neon noir"]));
  expect(screen.getByText(`${names().length - 1} styles`)).not.toBeNull();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "All" }).checked).toBe(true);
});

test("groups styles by category", async () => {
  render(inForm(inline));
  await allDrawn();
  const group = screen.getByRole("group", { name: "Photography" });
  expect(
    within(group)
      .getAllByRole("option")
      .map((option) => option.textContent),
  ).toContain("HDR");
});

test("moves from the search box to the selected style on Down, and has one tab stop in the grid", async () => {
  render(inForm(inline, { defaultValues: { style: "anime" } }));
  search().focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Anime");
  await allDrawn();
  await userEvent.keyboard("{End}");
  expect(document.activeElement).toBe(screen.getAllByRole("option").at(-1));
  expect(document.querySelectorAll('[role="option"][tabindex="0"]')).toHaveLength(1);
});

test("continues in the search box when a letter is typed on a tile", async () => {
  render(inForm(inline));
  search().focus();
  await userEvent.keyboard("{ArrowDown}n");
  expect(document.activeElement).toBe(search());
});

test("accepts any name and warns that it isn't checked", async () => {
  const onGenerate = vi.fn();
  render(inForm(inline, { onGenerate }));
  await userEvent.type(search(), "risograph");
  expect(screen.getByText("No styles match “risograph”.")).not.toBeNull();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(screen.getByText(/“risograph” isn’t in the list/)).not.toBeNull();
  search().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ style: "risograph" });
});

test("finds styles despite a typo", async () => {
  render(inForm(inline));
  await userEvent.type(search(), "watercolr");
  expect(await screen.findByText("No styles match “watercolr”. Closest matches:")).not.toBeNull();
  expect(names()).toContain("Watercolor");
});

test("keeps a favorite with a mark and a category", async () => {
  const provider = { defaultValues: { style: "anime" } };
  const { unmount } = render(inForm(<StylePicker />, provider));
  const star = () => screen.getByRole("button", { name: "Favorite: Anime" });
  expect(star().getAttribute("aria-pressed")).toBe("false");
  await userEvent.click(star());
  expect(star().getAttribute("aria-pressed")).toBe("true");
  await userEvent.click(trigger());
  expect(screen.getByRole("option", { name: "Anime Favorite" })).not.toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "Favorites" }));
  expect(names()).toEqual(["Anime"]);
  unmount();
});

test("accepts controlled favorites", async () => {
  const onFavoritesChange = vi.fn();
  render(
    inForm(<StylePicker favorites={["origami"]} onFavoritesChange={onFavoritesChange} />, {
      defaultValues: { style: "anime" },
    }),
  );
  const star = screen.getByRole("button", { name: "Favorite: Anime" });
  await userEvent.click(star);
  expect(onFavoritesChange).toHaveBeenLastCalledWith(["origami", "anime"]);
  expect(star.getAttribute("aria-pressed")).toBe("false");
});

test("selects the first match on Enter and marks it for the user", async () => {
  const onGenerate = vi.fn();
  render(inForm(<StylePicker />, { onGenerate }));
  await userEvent.click(trigger());
  await userEvent.keyboard("{Enter}");
  expect(screen.getByRole("listbox")).not.toBeNull();
  expect(search().hasAttribute("aria-activedescendant")).toBe(false);

  await userEvent.keyboard("papercut");
  const first = screen.getByRole("option", { name: "Papercut collage" });
  expect(screen.getAllByRole("option")[0]).toBe(first);
  expect(search().getAttribute("aria-activedescendant")).toBe(first.id);
  expect(document.querySelectorAll("[data-active]")).toHaveLength(1);
  await userEvent.keyboard("{Enter}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(trigger().textContent).toContain("Papercut collage");
  expect(onGenerate).not.toHaveBeenCalled();
});

test("selects a custom style on Enter if no style is similar", async () => {
  render(inForm(<StylePicker />));
  await userEvent.click(trigger());
  await userEvent.keyboard("risograph");
  await waitFor(() => expect(document.querySelector("[data-active]")).not.toBeNull());
  await userEvent.keyboard("{Enter}");
  expect(trigger().textContent).toContain("risograph");
});

test("ignores Enter that ends the composition of a character", async () => {
  render(inForm(inline));
  await userEvent.type(search(), "anime");
  fireEvent.keyDown(search(), { key: "Enter", isComposing: true });
  expect(screen.getByRole("option", { name: "Anime" }).getAttribute("aria-selected")).toBe("false");
});

const imageOf = (name: string) => screen.getByRole("option", { name }).querySelector("img");

test("renders styles by name without previews", () => {
  render(inForm(inline));
  expect(document.querySelector('[data-easel="style-preview"]')).toBeNull();
});

test("renders the app's previews, and empty previews for other styles", () => {
  render(
    inForm(
      <StylePicker
        variant="inline"
        previews={{ images: { anime: "/anime.webp", origami: "/origami.webp" } }}
        renderPreview={({ value }) => value === "anime" && <b>A</b>}
      />,
    ),
  );
  expect(imageOf("Anime")).toBeNull();
  expect(screen.getByRole("option", { name: "Anime" }).querySelector("b")).not.toBeNull();
  expect(imageOf("Origami")?.getAttribute("src")).toBe("/origami.webp");
  const empty = screen.getByRole("option", { name: "Texture" });
  expect(empty.querySelector('[data-easel="style-preview"]')?.childNodes).toHaveLength(0);
});

test("loads the provider's illustrations, shows them, and says what they are", async () => {
  render(
    inForm(
      <StylePreviewsProvider previews={styleIllustrations}>
        <StylePicker />
      </StylePreviewsProvider>,
    ),
  );
  await waitFor(() => expect(trigger().querySelector("img")?.src).toMatch(/^data:image\/webp/));
  await userEvent.click(trigger());
  expect(imageOf("Anime")?.src).not.toBe(imageOf("Base")?.src);
  const list = screen.getByRole("listbox");
  const note = document.getElementById(list.getAttribute("aria-describedby") ?? "");
  expect(note?.textContent).toBe("These are illustrations. Generated images look different.");
});

test("renders styles by name if the previews fail to load, and loads them again when opened", async () => {
  const load = vi.fn<() => Promise<StylePreviewSet>>();
  load.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  load.mockResolvedValueOnce({ images: { base: "/base.webp" } });
  render(inForm(<StylePicker previews={load} />));
  expect(trigger().querySelector('[data-easel="style-preview"]')).not.toBeNull();
  await waitFor(() => expect(trigger().querySelector('[data-easel="style-preview"]')).toBeNull());
  await userEvent.click(trigger());
  await waitFor(() => expect(trigger().querySelector("img")).not.toBeNull());
  expect(load).toHaveBeenCalledTimes(2);
});

test("closes the styles on focus or a press outside", async () => {
  render(
    inForm(
      <>
        <StylePicker />
        <input aria-label="other" />
      </>,
    ),
  );
  await userEvent.click(trigger());
  screen.getByLabelText("other").focus();
  await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
  await userEvent.click(trigger());
  await userEvent.click(document.body);
  expect(screen.queryByRole("listbox")).toBeNull();
});
