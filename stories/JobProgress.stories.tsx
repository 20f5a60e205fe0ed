import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { EaselError, JobProgress, type JobProgressProps } from "react-easel";
import { expect, within } from "storybook/test";

const latency = { typicalMs: 6_500, slowMs: 14_000 };

interface StoryArgs extends JobProgressProps {
  /** How long ago the run began, in seconds. */
  readonly secondsAgo: number;
}

function Running({ secondsAgo, ...props }: StoryArgs) {
  const [startedAt] = useState(() => Date.now() - secondsAgo * 1000);
  return <JobProgress timing={{ startedAt, latency }} {...props} />;
}

const meta = {
  title: "JobProgress",
  component: JobProgress,
  tags: ["autodocs"],
  args: { status: "processing", secondsAgo: 4 },
  argTypes: {
    secondsAgo: {
      control: { type: "range", min: 0, max: 60 },
      description: "How long ago the run of this page was begun.",
    },
  },
  render: (args) => <Running {...args} />,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 480 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Sending: Story = { args: { status: "submitting", secondsAgo: 0 } };

export const Queued: Story = { args: { status: "queued", secondsAgo: 1 } };

export const Drawing: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("status")).toHaveTextContent("Drawing");
    const bar = canvas.getByRole("progressbar", { name: "Estimated progress" });
    await expect(Number(bar.getAttribute("aria-valuenow"))).toBeLessThan(100);
  },
};

/** Longer than such runs take. The run goes on, and so does the watching. */
export const Overdue: Story = { args: { secondsAgo: 48 } };

/** A look at the job came to nothing; the next one is made by itself. */
export const ConnectionLost: Story = { args: { trouble: new EaselError("network") } };

/** The page is offline: the run goes on without it. */
export const Offline: Story = {
  beforeEach: () => {
    Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
    return () => Reflect.deleteProperty(navigator, "onLine");
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("status")).toHaveTextContent(
      "You are offline. The run goes on",
    );
  },
};

/** Nobody knows how long such runs take, so the bar claims nothing. */
export const UnknownLatency: Story = {
  render: ({ status }) => <JobProgress status={status} />,
};

/** Takes no room once the run is over; its end is told to assistive technology. */
export const Completed: Story = {
  args: { status: "completed" },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("status")).toHaveTextContent("Done");
  },
};
