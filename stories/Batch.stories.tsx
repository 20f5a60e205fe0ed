import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ComponentProps } from "react";
import { Batch, EaselProvider } from "react-easel";
import { memoryStorage } from "react-easel/client";
import { catalog, sdxlTorch } from "react-easel/models";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { faultyClient } from "./faultyClient.ts";
import { modelControl } from "./modelControl.ts";

interface ExampleProps extends Omit<ComponentProps<typeof Batch>, "scope"> {
  /** Position of the submit that isn't confirmed, from 1. */
  readonly lostSubmit?: number;
}

function Example({ lostSubmit = 0, ...props }: ExampleProps) {
  const [storage] = useState(() => memoryStorage());
  const [client] = useState(() => {
    let submits = 0;
    return faultyClient({
      fault: ({ step }) => {
        if (step === "submit") submits += 1;
        return step === "submit" && submits === lostSubmit ? "lost-answer" : undefined;
      },
    });
  });
  return (
    <EaselProvider client={client} storage={storage}>
      <div style={{ maxInlineSize: "36rem", marginInline: "auto" }}>
        <Batch scope="batch" {...props} />
      </div>
    </EaselProvider>
  );
}

/**
 * Generates several images from one form: one prompt per line, several generations per prompt, and several models. The
 * total price comes first. The queue sends one generation whenever the host has a free slot, and waits for `Resume` after a reload.
 */
const meta = {
  title: "Parts/Batch",
  id: "batch",
  component: Example,
  subcomponents: { Batch },
  tags: ["autodocs"],
  args: { model: sdxlTorch, models: catalog, onShowResults: fn() },
  argTypes: {
    model: modelControl,
    models: { control: false, description: "Models that the user can choose from." },
    values: { control: "object", description: "Values of all fields other than the prompt." },
    lostSubmit: { control: "number", description: "Position of a submit that isn't confirmed." },
  },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

async function start(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  const box = await canvas.findByLabelText("Prompts, one per line");
  await userEvent.click(box);
  await userEvent.paste(
    "a lighthouse at dusk\na red fox in the snow\nan origami crane\na paper boat\na tea house",
  );
  await userEvent.click(canvas.getByRole("button", { name: "Start batch" }));
  return canvas;
}

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = await start(canvasElement);
    await expect(
      await canvas.findByText("Waiting for a running generation to finish."),
    ).toBeVisible();
    await expect(canvas.getByRole("list", { name: "Generations in this batch" })).toBeVisible();
  },
};

/** When every generation has ended, a button leads to the results. */
export const Finished: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = await start(canvasElement);
    await expect(await canvas.findByText("5 of 5 done", {}, { timeout: 30_000 })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "View results" }));
    await expect(args.onShowResults).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole("button", { name: "View result: a paper boat" }));
    await expect(args.onShowResults).toHaveBeenLastCalledWith(
      expect.objectContaining({
        input: expect.objectContaining({ prompt: "a paper boat" }) as unknown,
      }),
    );
  },
};

export const Stopped: Story = {
  play: async ({ canvasElement }) => {
    const canvas = await start(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Stop" }));
    await expect(
      await canvas.findByText("Stopped. Nothing more is sent until you resume."),
    ).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Resume" })).toBeVisible();
  },
};

/** A submit that isn't confirmed stops the queue. It's never sent again. */
export const Unconfirmed: Story = {
  args: { lostSubmit: 2 },
  play: async ({ canvasElement }) => {
    const canvas = await start(canvasElement);
    await expect(await canvas.findByText(/^Stopped, because we couldn’t confirm/)).toBeVisible();
    await waitFor(() =>
      expect(canvas.getByText(/Not confirmed. May have been charged.$/)).toBeVisible(),
    );
  },
};
