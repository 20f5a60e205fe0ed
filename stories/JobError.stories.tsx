import type { Meta, StoryObj } from "@storybook/react-vite";
import { EaselError, JobError, PromptForm, sdxlTorch } from "react-easel";
import { errorTable, type EaselErrorCode } from "react-easel/errors";
import { expect, fn, within } from "storybook/test";

const codes = Object.keys(errorTable) as EaselErrorCode[];

const meta = {
  title: "Parts/JobError",
  id: "joberror",
  component: JobError,
  tags: ["autodocs"],
  args: { error: new EaselError("upstream_error"), onRetry: fn() },
  // Selects by code, because Storybook clones options and errors can't be cloned.
  argTypes: {
    error: {
      control: "select",
      options: codes,
      mapping: Object.fromEntries(codes.map((code) => [code, new EaselError(code)])),
    },
    model: { control: false },
    job: { control: false },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 520 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof JobError>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service didn't accept the job, so a retry is safe. */
export const SafeToRetry: Story = {
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("alert")).toHaveTextContent("Not charged");
    await userEvent.click(canvas.getByRole("button", { name: "Try again" }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};

/** The submit got no response, so resending it may charge twice. Checking is free. */
export const OutcomeUnknown: Story = {
  args: { error: new EaselError("submit_unknown"), onCheck: fn() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText("May have been charged")).toBeVisible();
    await expect(
      canvas.getByRole("button", { name: "Send again (may charge twice)" }),
    ).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Check again" })).toBeVisible();
  },
};

/** The job was charged but has no result. */
export const Charged: Story = {
  args: {
    error: new EaselError("internal", {
      charged: "yes",
      requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
    }),
  },
};

/** The button is disabled until a retry makes sense. */
export const RateLimited: Story = {
  render: (args) => (
    <JobError {...args} error={new EaselError("rate_limited", { retryAt: Date.now() + 42_000 })} />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeDisabled();
    await expect(canvas.getByText(/You can try again at/)).toBeVisible();
  },
};

/** Lists each rejected field with its message. Resending the same input can't help, so there is no retry button. */
export const InvalidInput: Story = {
  tags: ["!autodocs"],
  args: {
    model: sdxlTorch,
    error: new EaselError("invalid_input", {
      fields: {
        num_inference_steps: "Must be at least 20.",
        img_width: "Must be 1024.",
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText("Steps")).toBeVisible();
    await expect(canvas.queryByRole("button")).toBeNull();
  },
};

/** Shows the service's message if it says more than the default message. */
export const ParameterRejected: Story = {
  tags: ["!autodocs"],
  args: {
    error: new EaselError("parameter_rejected", {
      message: "scheduler: 'Eular a' is not one of the allowed values",
    }),
  },
};

/** Inside a form, the name of a rejected field is a button that focuses the field and opens its section. */
export const RejectedField: Story = {
  args: {
    error: new EaselError("parameter_rejected", {
      message: "Invalid value for parameter num_inference_steps: Must be 50 or less.",
      fields: { num_inference_steps: "Must be 50 or less." },
    }),
  },
  render: (args) => (
    <PromptForm.Root model={sdxlTorch} onGenerate={() => {}}>
      <JobError {...args} />
      <PromptForm.Fields />
    </PromptForm.Root>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Steps" }));
    const section = document.activeElement?.closest("details");
    await expect(section).toHaveAttribute("open");
    await expect(canvas.queryByText(/num_inference_steps/)).toBeNull();
  },
};

export const ContentBlocked: Story = {
  tags: ["!autodocs"],
  args: {
    error: new EaselError("content_blocked", {
      requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
    }),
  },
};

/** Says when only the host can fix the problem. */
export const HostProblem: Story = {
  tags: ["!autodocs"],
  args: { error: new EaselError("upstream_no_credits") },
};

export const Expired: Story = {
  tags: ["!autodocs"],
  args: {
    error: new EaselError("job_not_found", { requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124" }),
  },
};

/** The errors for all codes: what happened, whether it was charged, and what to do. */
export const EveryCode: Story = {
  tags: ["!autodocs"],
  decorators: [
    (Story) => (
      <div style={{ inlineSize: "min(1200px, 94vw)" }}>
        <Story />
      </div>
    ),
  ],
  render: ({ onRetry }) => (
    <div
      style={{
        display: "grid",
        gap: 16,
        gridTemplateColumns: "repeat(auto-fill, minmax(min(320px, 100%), 1fr))",
      }}
    >
      {codes.map((code) => (
        <JobError key={code} error={new EaselError(code)} onRetry={onRetry} />
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole("alert")).toHaveLength(codes.length);
  },
};
