import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo, useState } from "react";
import {
  type Client,
  CreditsBadge,
  EaselProvider,
  PromptForm,
  useCredits,
  useEstimate,
} from "react-easel";
import { sdxlTorch, type Model } from "react-easel/models";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { silentClient } from "./sampleRuns.ts";

function hostWith(credits: number | undefined, estimate = 0.02): Client {
  const { id, title, task } = sdxlTorch;
  return {
    ...silentClient,
    getConfig: async () => ({ models: [{ id, title, task, schema: {}, estimate }], limits: {} }),
    getCredits: async () => (credits === undefined ? undefined : { credits }),
  };
}

interface HostProps {
  /** The host account's balance. Undefined if the host doesn't expose it. */
  readonly credits?: number | undefined;
  readonly lowAt?: number;
}

function Badge({ credits, lowAt }: HostProps) {
  const client = useMemo(() => hostWith(credits), [credits]);
  return (
    <EaselProvider client={client}>
      <CreditsBadge lowAt={lowAt} />
    </EaselProvider>
  );
}

/**
 * The host account's balance, if the host exposes it with `createHandler({ expose: { credits: true } })`.
 * It's refreshed when the page opens or regains focus, and after each job.
 */
const meta = {
  title: "Parts/CreditsBadge",
  id: "creditsbadge",
  component: Badge,
  subcomponents: {
    CreditsBadge,
  },
  tags: ["autodocs"],
  args: { credits: 1234.5 },
  argTypes: { credits: { description: "The account balance." } },
} satisfies Meta<typeof Badge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("1,234.5 credits left")).toBeVisible();
  },
};

/** By default, the balance counts as low at ten times the price of the most expensive model. */
export const Low: Story = { args: { credits: 0.12 } };

/** Renders nothing if the host doesn't expose its balance. */
export const Hidden: Story = { args: { credits: undefined } };

const priced: Model = {
  ...(sdxlTorch as unknown as Model),
  price: (input) => 0.02 * (input as { samples: number }).samples,
};

/** The balance, and the number of generations that it covers. */
function Account() {
  const { credits } = useCredits();
  const { estimate } = useEstimate(priced);
  if (credits === undefined || !estimate) return null;
  const count = Math.floor(credits / estimate.credits);
  return (
    <p style={{ margin: 0 }}>
      {credits.toLocaleString("en")} credits,{" "}
      {count === 0
        ? "not enough for an image"
        : `enough for about ${count.toLocaleString("en")} images`}
    </p>
  );
}

function PricedForm({ credits }: HostProps) {
  const [client] = useState(() => hostWith(credits));
  return (
    <EaselProvider client={client}>
      <div style={{ display: "grid", gap: 16, maxInlineSize: "28rem", marginInline: "auto" }}>
        <Account />
        <PromptForm.Root model={priced} onGenerate={() => {}}>
          <PromptForm.Field name="prompt" />
          <PromptForm.Field name="samples" />
          <PromptForm.Reasons />
          <PromptForm.Price />
          <PromptForm.Submit />
        </PromptForm.Root>
      </div>
    </EaselProvider>
  );
}

/** `PromptForm.Price` shows the cost of a job with the current settings. */
export const Price: Story = {
  render: PricedForm,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("About 0.02 credits per generation")).toBeVisible();
    await expect(canvas.getByText("Affects price")).toBeVisible();
    const images = canvas.getByRole("spinbutton", { name: "Images" });
    await userEvent.clear(images);
    await userEvent.type(images, "4");
    await expect(await canvas.findByText("About 0.08 credits per generation")).toBeVisible();
  },
};

/** If the balance is lower than the cost, the form and the button say so before a click. */
export const NotEnough: Story = {
  args: { credits: 0.01 },
  render: PricedForm,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Not enough credits/)).toBeVisible();
    const button = canvas.getByRole("button", { name: "Generate" });
    await waitFor(() => expect(button).toHaveAttribute("aria-disabled", "true"));
    button.focus();
    await expect(button).toHaveFocus();
    await expect(button).toHaveAccessibleDescription(/about 0\.02 credits and have 0\.01 left/);
  },
};
