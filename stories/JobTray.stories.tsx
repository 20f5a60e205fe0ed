import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect } from "react";
import { EaselError, JobTray, sdxlTorch, useEasel, useGenerate } from "react-easel";
import { currentPageId, type Attempt } from "react-easel/client";
import { expect, fn, within } from "storybook/test";
import { sampleResult } from "./sampleImages.ts";

const left = (prompt: string, more: Partial<Attempt>): Attempt => ({
  attemptId: prompt,
  modelId: sdxlTorch.id,
  scope: "tray",
  input: { prompt },
  startedAt: Date.now() - 5_000,
  pageId: "earlier",
  submit: "taken",
  requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
  detached: false,
  ...more,
});

const ready = (prompt: string): Attempt =>
  left(prompt, { result: sampleResult(1), endedAt: Date.now() });

const expired = (prompt: string, more: Partial<Attempt> = {}): Attempt =>
  left(prompt, { error: new EaselError("job_not_found"), ...more });

const sending = (prompt: string): Attempt => {
  const { requestId: _, ...attempt } = left(prompt, { submit: "sent", pageId: currentPageId() });
  return attempt;
};

function Kept({ runs }: { readonly runs: readonly Attempt[] }) {
  const { ledger } = useEasel();
  useEffect(() => {
    for (const run of runs) void ledger.write(run);
  }, [ledger, runs]);
  return null;
}

const meta = {
  title: "Parts/JobTray",
  id: "jobtray",
  component: JobTray,
  tags: ["autodocs"],
  args: { onShow: fn() },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ maxInlineSize: 720 }}>
        <Kept runs={(parameters["runs"] ?? []) as readonly Attempt[]} />
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof JobTray>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Everything: Story = {
  parameters: {
    runs: [
      expired("a red panda in a bar, film still"),
      left("two foxes in the snow", { submit: "unknown" }),
      left("a dragon over the bay", { error: new EaselError("run_failed") }),
      ready("a lighthouse at dusk"),
      sending("a quiet harbor in the morning mist, soft light, wide angle, very detailed"),
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findAllByRole("listitem")).toHaveLength(5);
    await expect(canvas.getByRole("status")).toHaveTextContent("1 generation is ready.");
  },
};

/** In little space, the actions wrap below the text, so that the prompt stays readable. */
export const Narrow: Story = {
  ...Everything,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 340 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const prompt = await canvas.findByText("two foxes in the snow");
    const action = canvas.getByRole("button", { name: /^Send again.*foxes/ });
    await expect(action.getBoundingClientRect().top).toBeGreaterThan(
      prompt.getBoundingClientRect().bottom,
    );
    await expect(prompt.parentElement?.clientWidth).toBeGreaterThan(200);
  },
};

/** The result arrived while the page was closed. */
export const ReadyWhileAway: Story = {
  parameters: { runs: [ready("a lighthouse at dusk")] },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Show/ }));
    await expect(args.onShow).toHaveBeenCalledOnce();
    await expect(canvas.queryByRole("listitem")).toBeNull();
  },
};

/** The page was closed during the submit, so its outcome is unknown. */
export const OutcomeUnknown: Story = {
  parameters: { runs: [left("two foxes in the snow", { submit: "unknown" })] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole("button", { name: /again/ })).toBeVisible();
  },
};

/** The result expired, but the input is kept. */
export const Expired: Story = {
  parameters: { runs: [expired("a red panda in a bar, film still")] },
};

/** The start image was too large to store, so it must be chosen again in the form. */
export const ImageToChooseAgain: Story = {
  parameters: { runs: [expired("the same, in winter", { omitted: ["image"] })] },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Show/ }));
    await expect(args.onShow).toHaveBeenCalledOnce();
  },
};

function GenerateButton() {
  const { generate } = useGenerate(sdxlTorch, { scope: "tray" });
  return (
    <button
      type="button"
      data-easel="prompt-form-submit"
      data-easel-kind="button-primary"
      onClick={() => generate({ prompt: "a heron in the reeds" })}
    >
      Generate
    </button>
  );
}

/** A job from this page is in the tray only while pending. The page itself shows the result. */
export const Pending: Story = {
  render: (args) => (
    <>
      <GenerateButton />
      <JobTray {...args} />
    </>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await userEvent.click(await canvas.findByRole("button", { name: /^Stop tracking/ }));
    await expect(canvas.queryByRole("listitem")).toBeNull();
  },
};
