import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import {
  FieldFrame,
  type GenerateStatus,
  ModelSwitch,
  PresetsMenu,
  PromptForm,
  type DisabledReason,
  useField,
} from "react-easel";
import {
  catalog,
  defineModel,
  modelFromJsonSchema,
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
import { origamiBird } from "./sampleInputs.ts";

interface ExampleProps {
  readonly model: Model;
  readonly status?: GenerateStatus;
  readonly disabledReasons?: readonly DisabledReason[];
  readonly defaultValues?: FormValues;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly onGenerate: (input: Record<string, unknown>) => void;
}

function Example({ onGenerate, ...props }: ExampleProps) {
  return (
    <div style={{ maxInlineSize: "40rem", marginInline: "auto" }}>
      <PromptForm.Root {...props} onGenerate={(input) => onGenerate({ ...input })}>
        <PromptForm.Fields />
        <PromptForm.Reasons />
        <PromptForm.Submit />
      </PromptForm.Root>
    </div>
  );
}

/**
 * A form for any model, rendered from its schema. `Root` validates the values and passes the input to `onGenerate`.
 * `Fields` renders all fields in groups, `Reasons` lists the reasons that prevent a submit, and `Submit` submits.
 */
const meta = {
  title: "Parts/PromptForm",
  id: "promptform",
  component: Example,
  subcomponents: {
    "PromptForm.Root": PromptForm.Root,
    "PromptForm.Fields": PromptForm.Fields,
    "PromptForm.Field": PromptForm.Field,
    "PromptForm.Reasons": PromptForm.Reasons,
    "PromptForm.SeedLock": PromptForm.SeedLock,
    "PromptForm.Price": PromptForm.Price,
    "PromptForm.Submit": PromptForm.Submit,
  },
  tags: ["autodocs"],
  args: {
    model: sdxlTorch,
    defaultValues: { prompt: "a lighthouse at dawn" },
    onGenerate: fn(),
  },
  argTypes: {
    model: modelControl,
    onGenerate: { description: "Receives the validated input with all defaults." },
    status: {
      control: "select",
      options: ["idle", "submitting", "queued", "processing", "completed", "failed"],
      description: "State of the form's job.",
    },
    fieldErrors: {
      control: "object",
      description: "Fields rejected by the backend, each with a message.",
    },
    disabledReasons: { control: "object", description: "Reasons that prevent a submit." },
    defaultValues: { control: false },
  },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const form = within(canvasElement);
    const prompt = form.getByLabelText("Prompt");
    await userEvent.clear(prompt);
    await userEvent.type(prompt, "a lighthouse at dusk");
    await userEvent.click(form.getByRole("button", { name: "Generate" }));
    await waitFor(() =>
      expect(args.onGenerate).toHaveBeenCalledWith(
        expect.objectContaining({ prompt: "a lighthouse at dusk", style: "base", base64: false }),
      ),
    );
  },
};

export const CustomSizes: Story = {
  tags: ["!autodocs"],
  args: { model: sdxlTxt2img },
};

export const SmallModel: Story = {
  tags: ["!autodocs"],
  args: { model: sd21Txt2img },
};

export const ImageToImage: Story = {
  args: {
    model: sdxlImg2img,
    defaultValues: { image: origamiBird, prompt: "Turn it into a watercolor painting" },
  },
};

/** The form offers the model's example prompts, which stay in place when the prompt is filled. */
export const ExamplePrompts: Story = {
  tags: ["!autodocs"],
  args: {
    model: {
      ...sdxlTorch,
      examplePrompts: [
        "a lighthouse at dusk, oil painting",
        "a paper boat on a still lake",
        "a red panda reading a newspaper in a quiet café, morning light",
      ],
    },
    defaultValues: { prompt: "" },
  },
  play: async ({ canvasElement }) => {
    const form = within(canvasElement);
    const prompt = form.getByLabelText("Prompt");
    const example = () => form.queryByRole("button", { name: "a paper boat on a still lake" });
    const style = form.getByLabelText("Style");
    const { top } = style.getBoundingClientRect();
    await userEvent.click(example() as HTMLElement);
    await expect(prompt).toHaveValue("a paper boat on a still lake");
    await expect(prompt).toHaveFocus();
    await expect(example()).toBeVisible();
    await expect(style.getBoundingClientRect().top).toBe(top);
    document.execCommand("undo");
    await expect(prompt).toHaveValue("");
  },
};

export const Advanced: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByText("More settings"));
  },
};

/** Moves focus to the first invalid field, even in a collapsed group. Each reason links to its field. */
export const InvalidInput: Story = {
  play: async ({ canvasElement, args }) => {
    const form = within(canvasElement);
    await userEvent.clear(form.getByLabelText("Prompt"));
    await userEvent.click(form.getByText("More settings"));
    const steps = form.getByRole("spinbutton", { name: "Steps" });
    await userEvent.clear(steps);
    await userEvent.type(steps, "200");
    await userEvent.click(form.getByText("More settings"));
    await userEvent.click(form.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(form.getByLabelText("Prompt")).toHaveFocus());
    await expect(args.onGenerate).not.toHaveBeenCalled();
    await userEvent.click(await form.findByRole("button", { name: "Steps" }));
    await expect(steps).toHaveFocus();
    await expect(steps).toBeVisible();
  },
};

export const Sending: Story = {
  tags: ["!autodocs"],
  args: { status: "submitting" },
  play: async ({ canvasElement, args }) => {
    const button = within(canvasElement).getByRole("button", { name: "Sending…" });
    await userEvent.click(button);
    await expect(button).toHaveFocus();
    await expect(args.onGenerate).not.toHaveBeenCalled();
  },
};

export const Offline: Story = {
  tags: ["!autodocs"],
  args: {
    disabledReasons: [
      {
        code: "offline",
        message: "You’re offline. Reconnect to generate.",
      },
    ],
  },
};

/** Shows the backend's error message on the rejected field. */
export const RejectedByBackend: Story = {
  tags: ["!autodocs"],
  args: { fieldErrors: { prompt: "This host takes prompts of at most 200 characters." } },
};

/** A warning about two refiner fields that conflict. Warnings don't prevent a submit. */
export const Warning: Story = {
  tags: ["!autodocs"],
  args: { defaultValues: { prompt: "a lighthouse at dawn", high_noise_fraction: 1 } },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByText("More settings"));
  },
};

/** Keeps the values of fields that both models have. */
export const SwitchingModels: Story = {
  tags: ["!autodocs"],
  render: function Switching(args) {
    const [model, setModel] = useState<Model>(sdxlTorch);
    return (
      <>
        <div style={{ maxInlineSize: "40rem", margin: "0 auto 1rem" }}>
          <ModelSwitch
            models={catalog}
            value={model.id}
            onValueChange={(modelId) => setModel(catalog.find(({ id }) => id === modelId) ?? model)}
          />
        </div>
        <Example {...args} model={model} />
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const form = within(canvasElement);
    await userEvent.clear(form.getByLabelText("Prompt"));
    await userEvent.type(form.getByLabelText("Prompt"), "a red fox in the snow");
    await userEvent.selectOptions(form.getByLabelText("Model"), "sd2.1-txt2img");
    await expect(form.getByLabelText("Prompt")).toHaveValue("a red fox in the snow");
  },
};

/** A custom model with a classic zod schema. */
export const CustomSchema: Story = {
  args: {
    model: defineModel({
      id: "poster-maker",
      title: "Poster maker",
      task: "text-to-image",
      input: z.object({
        prompt: z.string().min(3).meta({ title: "Prompt", description: "What is on the poster." }),
        title: z.string().max(40).optional().meta({ title: "Headline" }),
        palette: z
          .enum(["warm", "cool", "mono"])
          .default("warm")
          .meta({ title: "Palette", "x-easel": { group: "picture" } }),
        frames: z
          .literal([4, 8, 16])
          .default(8)
          .meta({ title: "Frames", "x-easel": { group: "picture" } }),
        width: z.literal([512, 768, 1024]).default(768),
        height: z.literal([512, 768, 1024]).default(1024),
        reference_image: z.url().optional().meta({ title: "Reference" }),
        contrast: z.number().gt(0).optional().meta({ title: "Contrast" }),
        seed: z.int().min(0).default(42),
        tile: z.boolean().default(false).meta({ description: "Its edges fit together." }),
      }),
    }),
  },
};

/** A model created only from a JSON Schema. */
export const JsonSchema: Story = {
  args: {
    model: modelFromJsonSchema(
      {
        type: "object",
        required: ["prompt"],
        properties: {
          prompt: { type: "string", minLength: 1, title: "Prompt" },
          sampler: {
            type: "string",
            default: "euler",
            "x-easel": { options: [{ value: "euler" }, { value: "heun" }] },
          },
          steps: { type: "integer", minimum: 1, maximum: 50, default: 28 },
          guidance: { type: "number", minimum: 0, maximum: 10, default: 3.5 },
        },
      },
      { id: "flux-dev", title: "Flux Dev", task: "text-to-image" },
    ),
  },
};

function SchedulerRadios({ name }: { readonly name: "scheduler" }) {
  const field = useField(name);
  return (
    <FieldFrame
      field={field}
      group
      renderControl={({ id, "aria-describedby": describedBy }) => (
        <div id={id} role="radiogroup" tabIndex={-1} aria-describedby={describedBy}>
          {["UniPC", "Euler", "Heun"].map((value) => (
            <label key={value} style={{ display: "flex", alignItems: "center", gap: 8 }}>
              <input
                type="radio"
                style={{ inlineSize: 24, blockSize: 24 }}
                name={id}
                checked={field.value === value}
                onChange={() => field.setValue(value)}
                onBlur={field.onBlur}
              />
              {value}
            </label>
          ))}
        </div>
      )}
    />
  );
}

/** A custom control built with `useField` and `FieldFrame` and moved to the top, and a hidden field. */
export const CustomControl: Story = {
  render: (args) => (
    <div style={{ maxInlineSize: "40rem", marginInline: "auto" }}>
      <PromptForm.Root {...args} onGenerate={(input) => args.onGenerate({ ...input })}>
        <PromptForm.Fields
          order={["prompt", "scheduler"]}
          controls={{ scheduler: SchedulerRadios, strength: false }}
        />
        <PromptForm.Submit />
      </PromptForm.Root>
    </div>
  ),
  play: async ({ canvasElement, args }) => {
    const form = within(canvasElement);
    await userEvent.click(form.getByLabelText("Heun"));
    await userEvent.click(form.getByRole("button", { name: "Generate" }));
    await waitFor(() =>
      expect(args.onGenerate).toHaveBeenCalledWith(expect.objectContaining({ scheduler: "Heun" })),
    );
  },
};

/** Named settings and the fixed seed, in a form that restores its draft. */
export const PresetsAndDraft: Story = {
  args: { defaultValues: { seed: 598_612_182 } },
  render: ({ onGenerate, ...props }) => (
    <div style={{ maxInlineSize: "40rem", marginInline: "auto" }}>
      <PromptForm.Root {...props} draft="story" onGenerate={(input) => onGenerate({ ...input })}>
        <PresetsMenu
          presets={[
            { name: "Draft", values: { num_inference_steps: 20, samples: 4 } },
            { name: "Final", values: { num_inference_steps: 50, samples: 1 } },
          ]}
        />
        <PromptForm.Field name="prompt" />
        <PromptForm.Field name="samples" />
        <PromptForm.Reasons />
        <PromptForm.SeedLock />
        <PromptForm.Submit />
      </PromptForm.Root>
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Presets" }));
    const panel = within(await canvas.findByRole("dialog", { name: "Presets" }));
    await userEvent.click(panel.getByRole("button", { name: "Draft" }));
    await expect(await panel.findByText("“Draft” applied.")).toBeVisible();
    await userEvent.click(panel.getByRole("button", { name: "Undo" }));
    await userEvent.click(panel.getByRole("button", { name: "Save current settings" }));
    await userEvent.click(panel.getByRole("button", { name: "Save" }));
    await expect(await panel.findByText("Enter a name.")).toBeVisible();
    const name = `My preset ${Date.now()}`;
    await userEvent.click(panel.getByLabelText("Preset name"));
    await userEvent.paste(name);
    await userEvent.click(panel.getByRole("button", { name: "Save" }));
    await expect(await panel.findByText(`“${name}” saved.`)).toBeVisible();
    await userEvent.click(panel.getByRole("button", { name: `Delete “${name}”` }));
    await expect(await panel.findByText(`“${name}” deleted.`)).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await userEvent.click(canvas.getByRole("button", { name: "Use a random seed" }));
    await expect(canvas.queryByText(/Seed locked/)).toBeNull();
  },
};
