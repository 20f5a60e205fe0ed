import type { Meta, StoryObj } from "@storybook/react-vite";
import { EaselError, errorTable, JobError, sdxlTorch, type EaselErrorCode } from "react-easel";
import { expect, fn, within } from "storybook/test";

const codes = Object.keys(errorTable) as EaselErrorCode[];

const meta = {
  title: "JobError",
  component: JobError,
  tags: ["autodocs"],
  args: { error: new EaselError("upstream_error"), onRetry: fn() },
  // A choice of every code in place of an object to write: the page copies what it offers, and an error can't be copied.
  argTypes: {
    error: {
      control: "select",
      options: codes,
      mapping: Object.fromEntries(codes.map((code) => [code, new EaselError(code)])),
    },
    model: { control: false },
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

/** Nothing was taken: trying again is safe. */
export const SafeToRetry: Story = {
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("alert")).toHaveTextContent("Not charged");
    await userEvent.click(canvas.getByRole("button", { name: "Try again" }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};

/** The submit got no answer, so sending it again may pay twice. Looking costs nothing. */
export const OutcomeUnknown: Story = {
  args: { error: new EaselError("submit_unknown"), onCheck: fn() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText("May have been charged")).toBeVisible();
    await expect(
      canvas.getByRole("button", { name: "Send again: may charge twice" }),
    ).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Check again" })).toBeVisible();
  },
};

/** Charged, and nothing to show for it. */
export const Charged: Story = {
  args: {
    error: new EaselError("internal", {
      charged: "yes",
      requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
    }),
  },
};

/** Trying again makes sense from a moment on; the button waits for it. */
export const RateLimited: Story = {
  render: (args) => (
    <JobError {...args} error={new EaselError("rate_limited", { retryAt: Date.now() + 42_000 })} />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeDisabled();
    await expect(canvas.getByText(/You can try again in/)).toBeVisible();
  },
};

/** Each refused field with its sentence. Sending the same again can't help, so there is no button for it. */
export const InvalidInput: Story = {
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
    await expect(canvas.getByText("Inference steps")).toBeVisible();
    await expect(canvas.queryByRole("button")).toBeNull();
  },
};

/** The service's own sentence, where it says more than ours. */
export const ParameterRejected: Story = {
  args: {
    error: new EaselError("parameter_rejected", {
      message: "scheduler: 'Eular a' is not one of the allowed values",
    }),
  },
};

export const ContentBlocked: Story = {
  args: {
    error: new EaselError("content_blocked", {
      requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
    }),
  },
};

/** The host's to mend, and said so. */
export const HostProblem: Story = { args: { error: new EaselError("upstream_no_credits") } };

export const Expired: Story = {
  args: {
    error: new EaselError("job_not_found", { requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124" }),
  },
};

/** Every card there is: what happened, what it cost, what to do, and the way on where there is one. */
export const EveryCode: Story = {
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
