import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ComponentProps } from "react";
import {
  createClient,
  defineModel,
  EaselProvider,
  sdxlTorch,
  Studio,
  useEasel,
  type Model,
} from "react-easel";
import { createSandboxHandler } from "react-easel/sandbox";
import { expect, userEvent, waitFor, within } from "storybook/test";
import * as z from "zod/v4";
import { runs, storageWith } from "./sampleRuns.ts";

const meta = {
  title: "Studio/Studio",
  id: "studio",
  component: Studio,
  tags: ["autodocs"],
  parameters: { frameHeight: "52rem" },
} satisfies Meta<typeof Studio>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Writes the prompt at once, because a docs page shows several frames, of which only one has the focus to type in. */
async function writePrompt(canvasElement: HTMLElement, text: string): Promise<void> {
  await userEvent.click(within(canvasElement).getByRole("textbox", { name: "Prompt" }));
  await userEvent.paste(text);
}

/** The complete Studio, with the playground's backend. */
export const Default: Story = { parameters: { backend: "http", keepsDraft: true } };

function StudioWithImages(props: ComponentProps<typeof Studio>) {
  const { client, labels } = useEasel();
  const [storage] = useState(() => storageWith(runs(7)));
  return (
    <EaselProvider client={client} labels={labels} storage={storage}>
      <Studio {...props} />
    </EaselProvider>
  );
}

/** With images from an earlier visit. */
export const WithImages: Story = {
  parameters: { backend: "http" },
  render: (args) => <StudioWithImages {...args} />,
  play: async ({ canvasElement }) => {
    const image = await within(canvasElement).findByRole("img", { name: /^a lighthouse/ });
    await waitFor(() => expect(image).toHaveProperty("naturalWidth", 1024));
  },
};

/** Generates an image and reuses its settings by keyboard alone. */
export const ByKeyboard: Story = {
  tags: ["!autodocs"],
  args: { models: [sdxlTorch] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const prompt = canvas.getByRole("textbox", { name: "Prompt" });
    prompt.focus();
    await userEvent.keyboard("{Control>}a{/Control}a paper boat on a still lake");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const image = await canvas.findByRole("img", { name: /paper boat/ }, { timeout: 15_000 });
    await expect(image).toHaveAttribute("data-easel", "image-result-image");
    await expect(prompt).toHaveFocus();
    await canvas.findByText("Generation complete.");
  },
};

/** Hides a generation, which continues, and shows it again from the list beside the result. */
export const HiddenGeneration: Story = {
  tags: ["!autodocs"],
  args: { models: [sdxlTorch] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await writePrompt(canvasElement, "a red panda in a bar");
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await userEvent.click(await canvas.findByRole("button", { name: "Hide" }));
    await expect(canvas.getByText("Describe an image to get started.")).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: /^Generation 1, / }));
    const image = await canvas.findByRole("img", { name: /panda/ }, { timeout: 15_000 });
    await waitFor(() => expect(image).not.toHaveAttribute("data-loading"));
  },
};

/** Generates an image with a new seed in one click, and compares it with the first one in three. */
export const ContinueFromAnImage: Story = {
  tags: ["!autodocs"],
  args: { defaultValues: { seed: 7 } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const done = (place: number) =>
      canvas.findByRole("button", { name: new RegExp(`^Generation ${place}, done`) }, wait);
    const wait = { timeout: 15_000 };
    await writePrompt(canvasElement, "a red panda in a bar");
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await userEvent.click(await canvas.findByRole("button", { name: "New seed" }, wait));
    await done(2);
    await expect(canvas.queryByRole("button", { name: /^Generation 3/ })).toBeNull();
    await userEvent.click(await canvas.findByRole("button", { name: "More actions" }));
    await userEvent.click(canvas.getByRole("button", { name: "Another generation…" }));
    await userEvent.click(await done(1));
    const slider = await canvas.findByRole("slider", { name: "Comparison slider" });
    await waitFor(() => expect(slider).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    // On a narrow image, the action is in the menu.
    if (!canvas.queryByRole("button", { name: "Use as start image" })) {
      await userEvent.click(canvas.getByRole("button", { name: "More actions" }));
    }
    await userEvent.click(await canvas.findByRole("button", { name: "Use as start image" }));
    const prompt = canvas.getByRole("textbox", { name: "Prompt" });
    await waitFor(() => expect(prompt).toHaveFocus());
    // Hidden on a phone, where only the prompt is visible at first.
    const ready = '[data-easel="image-control"][data-status="ready"]';
    await waitFor(() => expect(canvasElement.querySelector(ready)).not.toBeNull(), wait);
    await writePrompt(canvasElement, ", in watercolor");
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await done(3);
  },
};

const upscaler = defineModel({
  id: "upscaler",
  title: "Upscaler",
  task: "upscale",
  input: z.object({
    image: z.url().meta({ title: "Image" }),
    scale: z.int().min(2).max(4).default(2).meta({ title: "Scale" }),
  }),
});
const models = [sdxlTorch, upscaler];
const handler = createSandboxHandler({ models, production: true, speed: 5 });
const client = createClient({ fetcher: handler });

/** Upscales an image with a model for it, after another image with a new seed. */
export const Upscaling: Story = {
  tags: ["!autodocs"],
  render: () => (
    <EaselProvider client={client}>
      <Studio<Model> models={models} />
    </EaselProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const wait = { timeout: 15_000 };
    const openMenu = async () =>
      userEvent.click(await canvas.findByRole("button", { name: "More actions" }, wait));
    await userEvent.type(canvas.getByRole("textbox", { name: "Prompt" }), "a red panda in a bar");
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await userEvent.click(await canvas.findByRole("button", { name: "New seed" }, wait));
    await canvas.findByRole("button", { name: /^Generation 2, done/ }, wait);
    await openMenu();
    await userEvent.click(canvas.getByRole("button", { name: "Upscale" }));
    await expect(await canvas.findByRole("img", { name: "Image: preview" })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await canvas.findByRole("button", { name: /^Generation 3, done/ }, wait);
  },
};

/** Compares two generations from the history, and starts from one. */
export const ContinueFromHistory: Story = {
  tags: ["!autodocs"],
  parameters: { backend: "http" },
  render: (args) => <StudioWithImages {...args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const openRow = async (place: number) => {
      await userEvent.click(canvas.getByRole("button", { name: "History" }));
      const dialog = within(await canvas.findByRole("dialog", { name: "History" }));
      const rows = await dialog.findAllByRole("button", { name: /^More actions/ });
      await userEvent.click(rows[place] as HTMLElement);
      return dialog;
    };
    const dialog = await openRow(0);
    await userEvent.click(await dialog.findByRole("button", { name: "Compare with…" }));
    await userEvent.keyboard("{ArrowDown}{Enter}");
    const slider = await canvas.findByRole("slider", { name: "Comparison slider" });
    await waitFor(() => expect(slider).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    const again = await openRow(1);
    await userEvent.click(await again.findByRole("button", { name: "Use as start image" }));
    await waitFor(() => expect(canvas.getByRole("textbox", { name: "Prompt" })).toHaveFocus());
    await expect(await canvas.findByRole("img", { name: "Start image: preview" })).toBeVisible();
  },
};

/** All jobs in this browser, in a dialog. */
export const WithHistory: Story = {
  tags: ["!autodocs"],
  args: { models: [sdxlTorch] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await writePrompt(canvasElement, "a red panda in a bar");
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await canvas.findByRole("img", { name: /panda/ }, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole("button", { name: "History" }));
    const dialog = within(await canvas.findByRole("dialog", { name: "History" }));
    await expect(await dialog.findByText("1 generation")).toBeVisible();
  },
};

/** Switches to a model without styles, and resets the settings. */
export const ChangingTheModel: Story = {
  tags: ["!autodocs"],
  args: { defaultValues: { style: "anime" } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText("Model"), "sd2.1-txt2img");
    await canvas.findByText("Style isn’t available in Stable Diffusion 2.1 and was left out.");
    await expect(canvas.getByLabelText("Model")).toHaveFocus();
    const images = canvas.getByRole("spinbutton", { name: "Images" });
    await userEvent.clear(images);
    await userEvent.type(images, "3");
    await userEvent.click(canvas.getByRole("button", { name: "Reset settings" }));
    await expect(images).toHaveValue("1");
    await userEvent.click(canvas.getByRole("button", { name: "Undo" }));
    await expect(images).toHaveValue("3");
  },
};

/** The list of keyboard shortcuts. */
export const WithShortcuts: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.keyboard("{Control>}/{/Control}");
    const dialog = await canvas.findByRole("dialog", { name: "Shortcuts" });
    await expect(dialog).toBeVisible();
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    // The `close` event is asynchronous.
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  },
};

/**
 * In a narrow container, the Studio has one column: the result, and the prompt at the end of the window. The settings
 * open above the prompt's buttons.
 */
export const Sidebar: Story = {
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 340 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const model = canvas.getByLabelText("Model");
    await expect(model).not.toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Settings" }));
    await expect(model).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Generate" })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Settings" }));
    await expect(model).not.toBeVisible();
  },
};

export const Dark: Story = { parameters: { theme: "dark" } };

/** With a single model, there is no model switch. */
export const WithOneModel: Story = { tags: ["!autodocs"], args: { models: [sdxlTorch] } };

/** German labels, with long words and the formal form of address. */
export const German: Story = { tags: ["!autodocs"], parameters: { language: "de" } };

export const Spanish: Story = { tags: ["!autodocs"], parameters: { language: "es" } };

export const Japanese: Story = { tags: ["!autodocs"], parameters: { language: "ja" } };

export const Arabic: Story = { parameters: { language: "ar" } };

/** Shows more content at once. Every target is at least 24 px in size. */
export const Compact: Story = { parameters: { density: "compact" } };
