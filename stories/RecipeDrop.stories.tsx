import type { Meta, StoryObj } from "@storybook/react-vite";
import { PromptForm, sdxlTorch } from "react-easel";
import { writeImageText } from "react-easel/client";
import { writeRecipe } from "react-easel/models";
import { expect, fn, waitFor, within } from "storybook/test";

/** Reads the recipe from a file dropped on the form, and asks before it fills the form. */
const meta = {
  title: "Parts/Dropped recipe",
  id: "promptform-dropped-recipe",
  component: PromptForm.Root,
  args: { model: sdxlTorch, onGenerate: fn(), defaultValues: { prompt: "a hare" } },
  render: (args) => (
    <div style={{ maxInlineSize: 560 }}>
      <PromptForm.Root {...args}>
        <PromptForm.Field name="prompt" />
        <PromptForm.Submit />
      </PromptForm.Root>
    </div>
  ),
} satisfies Meta<typeof PromptForm.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

async function image(recipe?: string): Promise<File> {
  const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error("The canvas returned no image.");
  return new File([recipe ? await writeImageText(blob, recipe) : blob], "image.png", {
    type: "image/png",
  });
}

function drag(type: "dragover" | "drop", form: Element | null, file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  form?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

const formIn = (canvasElement: HTMLElement) => canvasElement.querySelector("form");

/** An image created with Easel or Automatic1111, whose recipe can fill the form. */
export const Found: Story = {
  play: async ({ canvasElement }) => {
    const recipe = writeRecipe(sdxlTorch, { prompt: "a red fox", seed: 468685, samples: 2 });
    drag("drop", formIn(canvasElement), await image(recipe));
    const canvas = within(canvasElement);
    const apply = await canvas.findByRole("button", { name: "Apply" });
    await waitFor(() => expect(apply).toHaveFocus());
  },
};

/** Filling can be undone. */
export const Filled: Story = {
  play: async ({ canvasElement, userEvent }) => {
    const recipe = writeRecipe(sdxlTorch, { prompt: "a red fox", seed: 468685 });
    drag("drop", formIn(canvasElement), await image(recipe));
    const canvas = within(canvasElement);
    const apply = await canvas.findByRole("button", { name: "Apply" });
    await waitFor(() => expect(apply).toHaveFocus());
    await userEvent.keyboard("{Enter}");
    await expect(canvas.getByRole("textbox", { name: /^Prompt/ })).toHaveValue("a red fox");
    await canvas.findByRole("button", { name: "Undo" });
  },
};

export const NoSettings: Story = {
  play: async ({ canvasElement }) => {
    drag("drop", formIn(canvasElement), await image());
    await within(canvasElement).findByText("No settings found in this file.");
  },
};

export const DraggingOver: Story = {
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    drag("dragover", form, await image());
    await waitFor(() => expect(form).toHaveAttribute("data-dropping"));
  },
};
