import type { Meta, StoryObj } from "@storybook/react-vite";
import { sdxlTorch, Studio } from "react-easel";
import { expect, waitFor, within } from "storybook/test";

const meta = {
  title: "Studio",
  component: Studio,
  tags: ["autodocs"],
} satisfies Meta<typeof Studio>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The complete Studio, in front of the playground's backend. */
export const Default: Story = { parameters: { backend: "http" } };

/** From a prompt to an image and back to its settings, by keyboard alone. */
export const ByKeyboard: Story = {
  args: { models: [sdxlTorch] },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const prompt = canvas.getByRole("textbox", { name: "Prompt" });
    prompt.focus();
    await userEvent.keyboard("{Control>}a{/Control}a paper boat on a still lake");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const image = await canvas.findByRole("img", { name: /paper boat/ }, { timeout: 15_000 });
    await expect(image).toHaveAttribute("data-easel", "image-result-image");
    await expect(prompt).toHaveFocus();
    await expect(canvas.getByText("Generation complete.")).toBeInTheDocument();
  },
};

/** All jobs of this browser, in a dialog. */
export const WithHistory: Story = {
  args: { models: [sdxlTorch] },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await canvas.findByRole("img", { name: /panda/ }, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole("button", { name: "History" }));
    const dialog = within(await canvas.findByRole("dialog", { name: "History" }));
    await expect(await dialog.findByText("1 generation")).toBeVisible();
  },
};

/** The list of keyboard shortcuts. */
export const WithShortcuts: Story = {
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.keyboard("{Control>}/{/Control}");
    const dialog = await canvas.findByRole("dialog", { name: "Shortcuts" });
    await expect(dialog).toBeVisible();
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    // The dialog reports its close asynchronously.
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  },
};

/** One column in a narrow container. */
export const Sidebar: Story = {
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 340 }}>
        <Story />
      </div>
    ),
  ],
};

export const Dark: Story = { parameters: { theme: "dark" } };

export const RightToLeft: Story = { parameters: { direction: "rtl" } };

/** With one model there is no switch. */
export const WithOneModel: Story = { args: { models: [sdxlTorch] } };

/** German: long words, and the formal address. */
export const German: Story = { parameters: { language: "de" } };

export const Spanish: Story = { parameters: { language: "es" } };

export const Japanese: Story = { parameters: { language: "ja" } };

export const Arabic: Story = { parameters: { language: "ar" } };

/** More content on a page; every target has at least 24 px. */
export const Compact: Story = { parameters: { density: "compact" } };
