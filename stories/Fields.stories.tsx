import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import {
  NumberField,
  PromptForm,
  SeedField,
  SelectField,
  SizeField,
  SwitchField,
  TextField,
} from "react-easel";
import {
  defineModel,
  sd21Txt2img,
  sdxlImg2img,
  sdxlTorch,
  sdxlTxt2img,
  type FormValues,
  type Model,
} from "react-easel/models";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import * as z from "zod/v4";
import { modelControl } from "./modelControl.ts";

interface ExampleProps {
  readonly model: Model;
  readonly defaultValues?: FormValues;
  readonly onGenerate: (input: Record<string, unknown>) => void;
  readonly children?: ReactNode;
}

function Example({ children, onGenerate, ...props }: ExampleProps) {
  return (
    <div style={{ maxInlineSize: "24rem", marginInline: "auto" }}>
      <PromptForm.Root {...props} onGenerate={(input) => onGenerate({ ...input })}>
        {children}
      </PromptForm.Root>
    </div>
  );
}

/**
 * Individual fields. `name` is the field's name in the model's schema, which provides the label, help, range, and
 * options. A field must be inside a `PromptForm.Root`. It renders a label, control, error, and warnings. A button next to
 * the label shows the help. If the price is known, fields that affect it have a mark.
 */
const meta = {
  title: "Parts/Fields",
  id: "fields",
  component: Example,
  subcomponents: {
    TextField,
    NumberField,
    SelectField,
    SwitchField,
    SeedField,
    SizeField,
  },
  tags: ["autodocs"],
  args: { model: sdxlTorch, defaultValues: { prompt: "a red fox" }, onGenerate: fn() },
  argTypes: {
    model: modelControl,
    onGenerate: { description: "Receives the validated input with all defaults." },
    children: { control: false, description: "The form's content." },
  },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Text: Story = {
  args: { children: <TextField name="prompt" /> },
  play: async ({ canvasElement, args }) => {
    const prompt = within(canvasElement).getByLabelText("Prompt");
    await userEvent.clear(prompt);
    await userEvent.type(prompt, "a paper boat{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(args.onGenerate).toHaveBeenCalledWith(
        expect.objectContaining({ prompt: "a paper boat" }),
      ),
    );
  },
};

/** A slider and a number input. The input accepts decimal commas and values between the slider's steps. */
export const Number: Story = {
  args: { children: <NumberField name="guidance_scale" /> },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    const box = field.getByRole("spinbutton", { name: "Guidance scale" });
    await userEvent.clear(box);
    await userEvent.type(box, "7,53");
    await userEvent.tab();
    await expect(box).toHaveValue("7.53");
    await expect(field.getByRole("slider")).toHaveAttribute("aria-valuetext", "7.53");
  },
};

/** The button next to the label shows the help and the allowed values. Screen readers always read them. */
export const Help: Story = {
  args: { children: <NumberField name="num_inference_steps" /> },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    const box = field.getByRole("spinbutton", { name: "Steps" });
    const help = /^More steps add detail .* 20 to 100 steps$/;
    await expect(box).toHaveAccessibleDescription(help);
    const about = field.getByRole("button", { name: "About Steps" });
    const { width, height } = about.getBoundingClientRect();
    await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    const text = field.getByText(/^More steps add detail/);
    const closed = text.getBoundingClientRect().width;
    await userEvent.click(about);
    await expect(about).toHaveAttribute("aria-expanded", "true");
    await expect(text.getBoundingClientRect().width).toBeGreaterThan(closed + 50);
  },
};

export const NumberOutOfRange: Story = {
  args: {
    children: <NumberField name="guidance_scale" />,
    defaultValues: { prompt: "a red fox", guidance_scale: 8 },
  },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    const box = field.getByRole("spinbutton", { name: "Guidance scale" });
    await userEvent.clear(box);
    await userEvent.type(box, "40");
    await userEvent.tab();
    await expect(await field.findByText("Must be 25 or less.")).toBeVisible();
    await expect(box).toHaveAttribute("aria-invalid", "true");
  },
};

/** No default and no upper limit. A blank value uses the model's default, and the slider only suggests a range. */
export const NumberWithoutLimits: Story = {
  args: {
    model: sdxlTxt2img,
    defaultValues: { num_inference_steps: "" },
    children: <NumberField name="num_inference_steps" />,
  },
};

/** A closed list is a native select. */
export const Select: Story = {
  args: { model: sdxlImg2img, children: <SelectField name="base_model" /> },
};

/** An open list accepts any text, and warns about unknown values. */
export const OpenSelect: Story = {
  args: { model: sdxlImg2img, children: <SelectField name="scheduler" /> },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    const box = field.getByRole("combobox");
    await userEvent.clear(box);
    await userEvent.type(box, "karras 2s");
    const list = await within(document.body).findByRole("listbox");
    await expect(within(list).getAllByRole("option")).toHaveLength(1);
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect(box).toHaveValue("DPM++ 2S a Karras");
    await userEvent.clear(box);
    await userEvent.type(box, "my own sampler");
    await userEvent.keyboard("{Escape}");
    await expect(field.getByText(/isn’t in the list/)).toBeVisible();
  },
};

const tile = z.int().min(64).max(1024).multipleOf(8).default(512);
const tiles = defineModel({
  id: "tiles",
  title: "Tiles",
  task: "text-to-image",
  input: z.object({ tile: tile.meta({ title: "Tile", "x-easel": { unit: "px" } }) }),
});

/** If a model accepts only multiples of a number, the value snaps to the nearest multiple on blur. */
export const SnappingNumber: Story = {
  args: { model: tiles, defaultValues: {}, children: <NumberField<typeof tiles> name="tile" /> },
  play: async ({ canvasElement }) => {
    const box = within(canvasElement).getByRole("spinbutton", { name: "Tile" });
    await userEvent.clear(box);
    await userEvent.type(box, "333");
    await userEvent.tab();
    await expect(box).toHaveValue("336");
  },
};

export const Switch: Story = { args: { children: <SwitchField name="refiner" /> } };

/** Random until a seed is set. All digits of a seed are kept. */
export const Seed: Story = {
  args: { children: <SeedField name="seed" /> },
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement);
    const box = field.getByRole("textbox", { name: "Seed" });
    await expect(field.getByRole("switch", { name: "Random each time" })).toBeChecked();
    await userEvent.type(box, "999999999999999");
    await expect(field.getByRole("switch")).not.toBeChecked();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(args.onGenerate).toHaveBeenCalledWith(
        expect.objectContaining({ seed: 999_999_999_999_999 }),
      ),
    );
  },
};

/** Buttons increase and decrease the seed to get variations of an image. */
export const SeedThatIsSet: Story = {
  args: {
    defaultValues: { prompt: "a red fox", seed: 999_999_999_999_998 },
    children: <SeedField name="seed" />,
  },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    await userEvent.click(field.getByRole("button", { name: "Increase seed" }));
    await expect(field.getByRole("textbox", { name: "Seed" })).toHaveValue("999999999999999");
  },
};

export const SizeOfOptions: Story = {
  args: { model: sd21Txt2img, children: <SizeField name="img_width" /> },
};

export const FreeSize: Story = {
  args: { model: sdxlTxt2img, children: <SizeField name="img_width" /> },
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement);
    await userEvent.click(field.getByRole("radio", { name: /16:9/ }));
    await expect(field.getByRole("spinbutton", { name: "Width" })).toHaveValue("1024");
    await userEvent.click(field.getByRole("spinbutton", { name: "Height" }));
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(args.onGenerate).toHaveBeenCalledWith(
        expect.objectContaining({ img_width: 1024, img_height: 576 }),
      ),
    );
  },
};
