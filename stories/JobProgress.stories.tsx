import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ComponentProps } from "react";
import { EaselError, JobProgress } from "react-easel";
import { expect, within } from "storybook/test";

const latency = { typicalMs: 6_500, slowMs: 14_000 };

interface StoryArgs extends ComponentProps<typeof JobProgress> {
  readonly secondsAgo: number;
}

function Running({ secondsAgo, ...props }: StoryArgs) {
  const [startedAt] = useState(() => Date.now() - secondsAgo * 1000);
  return <JobProgress timing={{ startedAt, latency }} {...props} />;
}

const meta = {
  title: "Parts/JobProgress",
  id: "jobprogress",
  component: JobProgress,
  tags: ["autodocs"],
  args: { status: "processing", secondsAgo: 4 },
  argTypes: {
    secondsAgo: {
      control: { type: "range", min: 0, max: 60 },
      description: "Seconds since the job began.",
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

export const Generating: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole("status")).toHaveTextContent("Generating…");
    const bar = canvas.getByRole("progressbar", { name: "Estimated progress" });
    await expect(Number(bar.getAttribute("aria-valuenow"))).toBeLessThan(100);
  },
};

/** A job that takes longer than usual. The job and polling continue. */
export const Overdue: Story = { args: { secondsAgo: 48 } };

/** A poll failed. Polling continues automatically. */
export const ConnectionLost: Story = { args: { trouble: new EaselError("network") } };

/** The page is offline. The job continues at the service. */
export const Offline: Story = {
  beforeEach: () => {
    Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
    return () => Reflect.deleteProperty(navigator, "onLine");
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("status")).toHaveTextContent(
      "You’re offline. Your image is still being generated",
    );
  },
};

/** The duration is unknown, so the bar is indeterminate. */
export const UnknownLatency: Story = {
  render: ({ status }) => <JobProgress status={status} />,
};

/** A completed job takes no space, but is announced to assistive technology. */
export const Completed: Story = {
  args: { status: "completed" },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("status")).toHaveTextContent(
      "Generation complete.",
    );
  },
};
