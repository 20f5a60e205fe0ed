import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo, useState } from "react";
import {
  type Client,
  CreditsBadge,
  EaselProvider,
  PromptForm,
  useCredits,
  useEstimate,
  useHostConfig,
} from "react-easel";
import { sdxlTorch, type Model } from "react-easel/models";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { silentClient } from "./sampleRuns.ts";

/** A host that shows its balance and its prices. */
function hostWith(credits: number | undefined, estimate = 0.02): Client {
  const { id, title, task } = sdxlTorch;
  return {
    ...silentClient,
    getConfig: async () => ({ models: [{ id, title, task, schema: {}, estimate }], limits: {} }),
    getCredits: async () => (credits === undefined ? undefined : { credits }),
  };
}

interface HostProps {
  /** What is left on the host's account; undefined where it is hidden. */
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
 * What is left on the host's account, where the host exposes it: `createHandler({ expose: { credits: true } })`. It is
 * asked for when the page opens, when it is come back to, and as each run ends.
 */
const meta = {
  title: "CreditsBadge",
  component: Badge,
  subcomponents: {
    CreditsBadge,
  },
  tags: ["autodocs"],
  args: { credits: 1234.5 },
  argTypes: { credits: { description: "What the account has left." } },
} satisfies Meta<typeof Badge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("1,234.5 credits left")).toBeVisible();
  },
};

/** Ten runs of the dearest model, unless the app names an amount. */
export const Low: Story = { args: { credits: 0.12 } };

/** A host that shows its balance to nobody: nothing is drawn. */
export const Hidden: Story = { args: { credits: undefined } };

const priced: Model = {
  ...(sdxlTorch as unknown as Model),
  price: (input) => 0.02 * (input as { samples: number }).samples,
};

function Account() {
  const { status, credits } = useCredits();
  const models = useHostConfig()?.models.length;
  const estimate = useEstimate(priced);
  return (
    <p>
      Balance {status}, {credits} credits; {models} model; {estimate?.credits} credits a run.
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

/** `PromptForm.Price` says what a run will cost with the settings as they stand. */
export const PriceOfARun: Story = {
  render: PricedForm,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("About 0.02 credits a run")).toBeVisible();
    const samples = canvas.getByRole("textbox", { name: "Samples" });
    await userEvent.clear(samples);
    await userEvent.type(samples, "4");
    await expect(await canvas.findByText("About 0.08 credits a run")).toBeVisible();
  },
};

/** Less is left than a run costs: the form says so before anybody presses, and the button says it too. */
export const NotEnough: Story = {
  args: { credits: 0.01 },
  render: PricedForm,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Nothing would be made/)).toBeVisible();
    const button = canvas.getByRole("button", { name: "Generate" });
    await waitFor(() => expect(button).toHaveAttribute("aria-disabled", "true"));
    button.focus();
    await expect(button).toHaveFocus();
    await expect(button).toHaveAccessibleDescription(/0.02 credits, and 0.01 are left/);
  },
};
