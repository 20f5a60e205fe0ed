import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactNode } from "react";
import { EaselProvider, HistoryList, JobTray, sdxlTorch, Studio, useEasel } from "react-easel";
import { expect, waitFor, within } from "storybook/test";
import { createPageClient } from "../.storybook/pageBackend.ts";

/** Provides a backend that can cancel jobs, and takes longer than other stories' backends. */
function Stoppable({ children }: { readonly children: ReactNode }) {
  const { labels } = useEasel();
  const [client] = useState(() => createPageClient({ cancel: true, speed: 0.5 }));
  return (
    <EaselProvider client={client} labels={labels}>
      {children}
    </EaselProvider>
  );
}

const meta = {
  title: "Studio/Stoppable",
  id: "stoppable",
  component: Studio,
  args: { models: [sdxlTorch] },
  parameters: { frameHeight: "44rem" },
  decorators: [
    (Story) => (
      <Stoppable>
        <Story />
      </Stoppable>
    ),
  ],
} satisfies Meta<typeof Studio>;

export default meta;
type Story = StoryObj<typeof meta>;

type Play = NonNullable<Story["play"]>;

const wait = { timeout: 15_000 };

const generate = async ({ canvasElement, userEvent }: Parameters<Play>[0]) => {
  const canvas = within(canvasElement);
  await userEvent.type(canvas.getByRole("textbox", { name: "Prompt" }), "a red panda in a bar");
  await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
  return canvas;
};

/** A backend that can cancel jobs. A queued generation is free, and a running one is charged. */
export const Default: Story = {
  play: async (context) => {
    const canvas = await generate(context);
    await context.userEvent.click(await canvas.findByRole("button", { name: "Stop" }, wait));
    await canvas.findByText("Stopped.", undefined, wait);
    await expect(canvas.getByText("Not charged")).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible();
    const pane = context.canvasElement.querySelector("[data-easel='studio-result']");
    await waitFor(() => expect(pane).toHaveFocus());
  },
};

/** Stops a generation that has started, which the service charges for. */
export const WhileGenerating: Story = {
  tags: ["!autodocs"],
  play: async (context) => {
    const canvas = await generate(context);
    await canvas.findByText("Generating…", undefined, wait);
    await context.userEvent.click(canvas.getByRole("button", { name: "Stop" }));
    await canvas.findByText("Stopped.", undefined, wait);
    await expect(canvas.getByText("Charged")).toBeVisible();
    const again = canvas.getByRole("button", { name: "Generate again (charged again)" });
    await expect(again).toBeVisible();
  },
};

/** Every list of generations also has a button that stops a pending one. */
export const InLists: Story = {
  tags: ["!autodocs"],
  render: (args) => (
    <div style={{ display: "grid", gap: 24 }}>
      <Studio {...args} />
      <JobTray />
      <HistoryList.Root style={{ blockSize: "20rem" }} />
    </div>
  ),
  play: async (context) => {
    const canvas = await generate(context);
    const stops = await canvas.findAllByRole(
      "button",
      { name: "Stop: a red panda in a bar" },
      wait,
    );
    await expect(stops).toHaveLength(2);
    await context.userEvent.click(stops[1] as HTMLElement);
    await canvas.findByText("Stopped. Not charged.", undefined, wait);
    const row = context.canvasElement.querySelector("[data-easel='history-item']");
    await expect(row).toHaveAttribute("data-status", "canceled");
    await expect(canvas.queryByRole("button", { name: /^Stop/ })).toBeNull();
  },
};
