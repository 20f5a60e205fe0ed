import type { Meta, StoryObj } from "@storybook/react-vite";
import { PromptForm, StylePicker, type StylePickerProps } from "react-easel";
import { sdxlTorch } from "react-easel/models";
import { expect, userEvent, waitFor, within } from "storybook/test";

interface ExampleProps extends StylePickerProps {
  readonly chosen?: string;
}

function Example({ chosen = "base", ...picker }: ExampleProps) {
  return (
    <div style={{ maxInlineSize: "34rem", marginInline: "auto" }}>
      <PromptForm.Root model={sdxlTorch} onGenerate={() => {}} defaultValues={{ style: chosen }}>
        <StylePicker {...picker} />
      </PromptForm.Root>
    </div>
  );
}

/** A model's styles as tiles, by category, with a search. An open list also accepts any other name. */
const meta = {
  title: "StylePicker",
  component: StylePicker,
  tags: ["autodocs"],
  argTypes: { renderPreview: { control: false } },
  render: (args) => <Example {...args} />,
} satisfies Meta<ExampleProps>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

/** Down moves from the search box to the grid. Arrow keys move through the grid, and Enter selects. */
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    const trigger = within(canvasElement).getByRole("button", { name: /^Style/ });
    await userEvent.click(trigger);
    const popup = within(within(document.body).getByRole("dialog", { name: "Style" }));
    await expect(popup.getByRole("searchbox")).toHaveFocus();
    await userEvent.type(popup.getByRole("searchbox"), "noir");
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
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /^Style/ }));
    await waitFor(() => expect(within(document.body).getAllByRole("option")).toHaveLength(104));
  },
};

export const Inline: Story = { args: { variant: "inline", chosen: "watercolor" } };

export const Category: Story = {
  args: { variant: "inline" },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.click(picker.getByRole("radio", { name: "Papercraft" }));
    await expect(picker.getAllByRole("option")).toHaveLength(9);
  },
};

/** The search tolerates typos. */
export const Typo: Story = {
  args: { variant: "inline" },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.type(picker.getByRole("searchbox"), "impresionist");
    await expect(await picker.findByRole("option", { name: "Impressionist" })).toBeVisible();
  },
};

/** Favorites are kept in the provider's storage, or by the app with the `favorites` prop. */
export const Favorites: Story = {
  args: { variant: "inline", chosen: "anime", favorites: ["watercolor", "film noir", "anime"] },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.click(picker.getByRole("radio", { name: "Favorites" }));
    await expect(picker.getAllByRole("option")).toHaveLength(3);
    await expect(picker.getByRole("button", { name: "Favorite: Anime" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  },
};

const thumbnail: StylePickerProps["renderPreview"] = ({ value }) => (
  <svg viewBox="0 0 40 24" preserveAspectRatio="xMidYMid slice">
    <rect width="40" height="24" fill="#2b3a55" />
    <circle cx="20" cy="24" r={4 + (String(value).length % 16)} fill="#f2b880" />
  </svg>
);

/** Custom thumbnails instead of the default swatches. */
export const OwnPreviews: Story = {
  args: { chosen: "anime", renderPreview: thumbnail },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /^Style/ }));
    await expect(within(document.body).getByRole("listbox")).toBeVisible();
  },
};

/** An open list sends a custom name unchanged. */
export const Unlisted: Story = {
  args: { variant: "inline" },
  play: async ({ canvasElement }) => {
    const picker = within(canvasElement);
    await userEvent.type(picker.getByRole("searchbox"), "risograph");
    await userEvent.click(
      picker.getByRole("option", { name: "Use “risograph” as a custom style" }),
    );
    await expect(picker.getByText(/“risograph” isn’t in the list/)).toBeVisible();
  },
};
