import type { Meta, StoryObj } from "@storybook/react-vite";
import { PromptForm, StylePicker, StylePreviewsProvider, type StylePickerProps } from "react-easel";
import { limitModel, sdxlTorch } from "react-easel/models";
import { expect, userEvent, waitFor, within } from "storybook/test";

interface ExampleProps extends StylePickerProps {
  readonly chosen?: string;
  readonly model?: typeof sdxlTorch;
}

function Example({ chosen = "base", model = sdxlTorch, ...picker }: ExampleProps) {
  return (
    <div style={{ maxInlineSize: "34rem", marginInline: "auto" }}>
      <PromptForm.Root model={model} onGenerate={() => {}} defaultValues={{ style: chosen }}>
        <StylePicker {...picker} />
      </PromptForm.Root>
    </div>
  );
}

/** A model's styles as tiles, by category, with a search. An open list also accepts any other name. */
const meta = {
  title: "Parts/StylePicker",
  id: "stylepicker",
  component: StylePicker,
  tags: ["autodocs"],
  argTypes: { renderPreview: { control: false }, previews: { control: false } },
  render: (args) => <Example {...args} />,
} satisfies Meta<ExampleProps>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The playground passes `styleIllustrations` from `react-easel/illustrations`. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const trigger = within(canvasElement).getByRole("button", { name: /^Style/ });
    await waitFor(() => expect(trigger.querySelector("img")).not.toBeNull());
  },
};

/** Enter selects the first match, which the list marks. */
export const FirstMatch: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const trigger = within(canvasElement).getByRole("button", { name: /^Style/ });
    await userEvent.click(trigger);
    const dialog = await within(document.body).findByRole("dialog", { name: "Style" });
    const popup = within(dialog);
    await userEvent.type(popup.getByRole("searchbox"), "papercut");
    const first = popup.getAllByRole("option")[0];
    await expect(popup.getByRole("searchbox")).toHaveAttribute("aria-activedescendant", first?.id);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(trigger).toHaveFocus());
    await expect(trigger).toHaveAccessibleName("Style Papercut collage Papercraft");
  },
};

/** Down moves from the search box to the grid. Arrow keys move through the grid, and Enter selects. */
export const Keyboard: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const trigger = within(canvasElement).getByRole("button", { name: /^Style/ });
    await userEvent.click(trigger);
    const dialog = await within(document.body).findByRole("dialog", { name: "Style" });
    const popup = within(dialog);
    await expect(popup.getByRole("searchbox")).toHaveFocus();
    const place = dialog.getBoundingClientRect();
    const field = trigger.parentElement?.getBoundingClientRect();
    await expect([place.left, place.right]).toEqual([field?.left, field?.right]);
    await userEvent.type(popup.getByRole("searchbox"), "noir");
    await expect(dialog.offsetHeight).toBe(Math.round(place.height));
    await expect(popup.getAllByRole("option").map((option) => option.textContent)).toEqual(
      expect.arrayContaining(["Film noir", "Neon noir"]),
    );
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    await expect(popup.getByRole("option", { name: "Neon noir" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(trigger).toHaveFocus());
    await expect(trigger).toHaveAccessibleName("Style Neon noir Photography");
  },
};

export const Opened: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /^Style/ }));
    await waitFor(() => expect(within(document.body).getAllByRole("option")).toHaveLength(104));
  },
};

export const Inline: Story = { args: { variant: "inline", chosen: "watercolor" } };

export const Category: Story = {
  tags: ["!autodocs"],
  args: { variant: "inline" },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.click(await picker.findByRole("radio", { name: "Papercraft" }));
    await expect(picker.getAllByRole("option")).toHaveLength(9);
  },
};

/** The search tolerates typos. */
export const Typo: Story = {
  tags: ["!autodocs"],
  args: { variant: "inline" },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.type(await picker.findByRole("searchbox"), "impresionist");
    await expect(await picker.findByRole("option", { name: "Impressionist" })).toBeVisible();
  },
};

/** Favorites are kept in the provider's storage, or by the app with the `favorites` prop. */
export const Favorites: Story = {
  args: { variant: "inline", chosen: "anime", favorites: ["watercolor", "film noir", "anime"] },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.click(await picker.findByRole("radio", { name: "Favorites" }));
    await expect(picker.getAllByRole("option")).toHaveLength(3);
    await expect(picker.getByRole("button", { name: "Favorite: Anime" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  },
};

const ownStyles = [
  "base",
  "anime",
  "comic book",
  "line art",
  "lowpoly",
  "neonpunk",
  "pixel art",
  "pop art",
  "stained glass",
  "watercolor",
  "paper quilling",
  "silhouette",
];

async function paintPreviews() {
  const { catScene, paintStyle } = await import("../.storybook/painter/paintStyle.ts");
  const paint = (style: string) => {
    const png = paintStyle(style, catScene, 168, 126);
    return URL.createObjectURL(new Blob([png], { type: "image/png" }));
  };
  return { images: Object.fromEntries(ownStyles.map((style) => [style, paint(style)])) };
}

/** Your own images, such as results of your model. The list has no note about illustrations. */
export const OwnPreviews: Story = {
  args: {
    variant: "inline",
    chosen: "watercolor",
    model: limitModel(sdxlTorch, { style: { values: ownStyles } }),
    previews: paintPreviews,
  },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    const imageOf = (name: string) => picker.getByRole("option", { name }).querySelector("img");
    await picker.findByRole("listbox");
    await waitFor(() => expect(imageOf("Watercolor")).not.toBeNull());
    await expect(imageOf("Anime")?.src).not.toBe(imageOf("Watercolor")?.src);
    await expect(picker.queryByText(/illustrations/)).toBeNull();
  },
};

/** Without previews, which is the default, the styles are displayed by name. */
export const WithoutImages: Story = {
  render: (args) => (
    <StylePreviewsProvider previews={undefined}>
      <Example {...args} />
    </StylePreviewsProvider>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /^Style/ }));
    const list = await within(document.body).findByRole("listbox");
    await expect(list.querySelector("img")).toBeNull();
  },
};

/** An open list sends a custom name unchanged. */
export const Unlisted: Story = {
  args: { variant: "inline" },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.type(await picker.findByRole("searchbox"), "risograph");
    await userEvent.click(
      picker.getByRole("option", { name: "Use “risograph” as a custom style" }),
    );
    await expect(picker.getByText(/“risograph” isn’t in the list/)).toBeVisible();
  },
};
