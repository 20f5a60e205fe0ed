import type { Meta, StoryObj } from "@storybook/react-vite";
import { EaselProvider, PromptForm, TextField } from "react-easel";
import { createLedger, memoryStorage, type Client, type LedgerStorage } from "react-easel/client";
import { sdxlTorch, writeRecipe, type FormValues, type Model } from "react-easel/models";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";

const longPrompt =
  "cinematic film still, 4k, realistic, ((cinematic photo:1.3)) of a panda wearing a blue spacesuit, sitting in a bar, long shot, ((low light:1.4)), ((looking straight at the camera:1.3)), upper body shot, somber, shallow depth of field, vignette, highly detailed, high budget Hollywood movie, bokeh, cinemascope, moody, epic, gorgeous, film grain, grainy";

interface ExampleProps {
  readonly name: string;
  readonly defaultValues?: FormValues;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly storage?: LedgerStorage;
  readonly onGenerate: (input: Record<string, unknown>) => void;
}

const never = () => new Promise<never>(() => {});
const client: Client = { submit: never, getStatus: never, getResult: never };

function Example({ name, storage, onGenerate, ...props }: ExampleProps) {
  return (
    <EaselProvider client={client} storage={storage ?? memoryStorage()}>
      <div style={{ maxInlineSize: "40rem", marginInline: "auto" }}>
        <PromptForm.Root
          {...props}
          model={sdxlTorch}
          onGenerate={(input) => onGenerate({ ...input })}
        >
          <TextField<Model> name={name} />
        </PromptForm.Root>
      </div>
    </EaselProvider>
  );
}

/**
 * A text box for prompts. Ctrl or ⌘ with ↑ or ↓ changes the weight of the word at the cursor, the brackets around it,
 * or the selection. Native undo works. A menu lists recent texts. A pasted recipe needs confirmation to fill the form.
 */
const meta = {
  title: "Parts/Prompt",
  id: "prompt",
  component: Example,
  tags: ["autodocs"],
  args: { name: "prompt", defaultValues: { prompt: "a red fox in snow" }, onGenerate: fn() },
  argTypes: {
    name: {
      control: "radio",
      options: ["prompt", "negative_prompt"],
      description: "Name of the field.",
    },
    defaultValues: { description: "The form's initial values." },
    onGenerate: { description: "Receives the validated input with all defaults." },
    storage: { control: false, description: "Storage of recent texts." },
  },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

const boxIn = (canvas: HTMLElement) =>
  within(canvas).getByRole<HTMLTextAreaElement>("textbox", { name: /prompt/i });

/** Arrow keys with Ctrl or ⌘ change weights. Native undo reverts each step. */
export const Weights: Story = {
  play: async ({ canvasElement }) => {
    const box = boxIn(canvasElement);
    await userEvent.click(box);
    box.setSelectionRange(4, 4);
    await userEvent.keyboard("{Control>}{ArrowUp}{ArrowUp}{/Control}");
    await expect(box).toHaveValue("a (red:1.2) fox in snow");
    await expect(within(canvasElement).getByText("Weight of “red”: 1.2.")).toBeInTheDocument();
    document.execCommand("undo");
    document.execCommand("undo");
    await expect(box).toHaveValue("a red fox in snow");
    box.setSelectionRange(2, 9);
    await userEvent.keyboard("{Meta>}{ArrowDown}{/Meta}");
    await expect(box).toHaveValue("a (red fox:0.9) in snow");
  },
};

/** The box grows with its text, and warns if the text exceeds the model's limit. */
export const LongPrompt: Story = {
  args: { defaultValues: { prompt: longPrompt } },
  play: async ({ canvasElement }) => {
    const box = boxIn(canvasElement);
    await expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight + 1);
    await expect(
      within(canvasElement).getByText(/of 75 tokens\. The end of your prompt may be ignored\./),
    ).toBeVisible();
  },
};

/** A button clears the box. Native undo restores the text. */
export const Cleared: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const box = boxIn(canvasElement);
    await userEvent.click(within(canvasElement).getByRole("button", { name: "Clear prompt" }));
    await expect(box).toHaveValue("");
    await expect(box).toHaveFocus();
    await expect(within(canvasElement).queryByRole("button", { name: "Clear prompt" })).toBeNull();
    document.execCommand("undo");
    await expect(box).toHaveValue("a red fox in snow");
  },
};

/** The count is visible while the box has focus, or above 80 % of the token limit. */
export const QuietCount: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const count = within(canvasElement).getByText("about 5 of 75 tokens");
    await expect(count).not.toBeVisible();
    await userEvent.click(boxIn(canvasElement));
    await expect(count).toBeVisible();
  },
};

export const Empty: Story = {
  tags: ["!autodocs"],
  args: { defaultValues: {} },
};

const recipe = writeRecipe(sdxlTorch, {
  prompt: "a heron at dawn, (golden hour:1.2)",
  negative_prompt: "blurry",
  num_inference_steps: 40,
  scheduler: "Euler a",
  seed: 468_685,
}).replace("Version: Easel", "Clip skip: 2, Version: v1.9.4");

/** Pastes a recipe, and retries until the lazy parser has loaded. Until then, a recipe is pasted as text. */
async function pasteRecipe(box: HTMLElement): Promise<void> {
  await waitFor(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", recipe);
    const init = { clipboardData, bubbles: true, cancelable: true };
    return expect(box.dispatchEvent(new ClipboardEvent("paste", init))).toBe(false);
  });
}

/** Recognizes pasted recipes from other programs, and asks before it fills the form. */
export const PastedRecipe: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(boxIn(canvasElement));
    await pasteRecipe(boxIn(canvasElement));
    const dialog = await within(canvasElement).findByRole("dialog");
    await expect(dialog).toHaveTextContent("Not supported by this model: Clip skip (2)");
    await expect(within(dialog).getByRole("button", { name: "Apply" })).toHaveFocus();
  },
};

/** Fill, review, and undo by keyboard alone. */
export const FilledAndUndone: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement, args }) => {
    const box = boxIn(canvasElement);
    // The first stop is the button that shows the help.
    await userEvent.tab();
    await userEvent.tab();
    await expect(box).toHaveFocus();
    await pasteRecipe(box);
    await within(canvasElement).findByRole("dialog");
    await userEvent.keyboard("{Enter}");
    await expect(box).toHaveValue("a heron at dawn, (golden hour:1.2)");
    await expect(box).toHaveFocus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(args.onGenerate).toHaveBeenCalledWith(
        expect.objectContaining({ seed: 468_685, num_inference_steps: 40, scheduler: "Euler a" }),
      ),
    );
    // The first stop is the button that clears the box.
    await userEvent.tab();
    await userEvent.tab();
    await expect(within(canvasElement).getByRole("button", { name: "Undo" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(box).toHaveValue("a red fox in snow");
  },
};

/** After the form is filled, the unused settings and an undo button stay visible. */
export const Filled: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    await userEvent.click(boxIn(canvasElement));
    await pasteRecipe(boxIn(canvasElement));
    await within(canvasElement).findByRole("dialog");
    await userEvent.keyboard("{Enter}");
    await expect(within(canvasElement).getByRole("button", { name: "Undo" })).toBeVisible();
  },
};

function sentLately(): LedgerStorage {
  const storage = memoryStorage();
  const ledger = createLedger({ storage, name: ":" });
  for (const [index, prompt] of [
    "a lighthouse at dusk",
    "calico cat wearing a cosmonaut suit, 3d render",
    longPrompt,
  ].entries()) {
    void ledger.write({
      attemptId: `attempt-${index}`,
      modelId: sdxlTorch.id,
      scope: "prompt",
      input: { prompt },
      startedAt: index,
      submit: "refused",
      detached: false,
    });
  }
  return storage;
}

/** Recent texts, newest first, selected by keyboard. */
export const Recent: Story = {
  tags: ["!autodocs"],
  args: { storage: sentLately() },
  play: async ({ canvasElement }) => {
    const box = boxIn(canvasElement);
    within(canvasElement).getByRole("button", { name: "Recent: Prompt" }).focus();
    await userEvent.keyboard("{Enter}");
    const menu = await within(document.body).findByRole("menu");
    await waitFor(() => expect(within(menu).getAllByRole("menuitem")[0]).toHaveFocus());
    await userEvent.keyboard("{End}{Enter}");
    await waitFor(() => expect(box).toHaveFocus());
    await expect(box).toHaveValue("a lighthouse at dusk");
    document.execCommand("undo");
    await expect(box).toHaveValue("a red fox in snow");
  },
};

export const RecentOpen: Story = {
  args: { storage: sentLately() },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /^Recent/ }));
    const menu = await within(document.body).findByRole("menu");
    await waitFor(() => expect(menu).toBeVisible());
  },
};

/** A collapsed negative prompt shows a preview of its text. */
export const NegativePrompt: Story = {
  args: { name: "negative_prompt", defaultValues: { negative_prompt: "blurry, low quality" } },
};

export const EmptyNegativePrompt: Story = {
  tags: ["!autodocs"],
  args: { name: "negative_prompt", defaultValues: { negative_prompt: "" } },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByText("Empty"));
    await waitFor(() => expect(boxIn(canvasElement)).toBeVisible());
  },
};

export const InvalidNegativePrompt: Story = {
  tags: ["!autodocs"],
  args: {
    name: "negative_prompt",
    defaultValues: {},
    fieldErrors: { negative_prompt: "This host takes at most 200 characters." },
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(boxIn(canvasElement)).toBeVisible());
  },
};
