import type { Meta, StoryObj } from "@storybook/react-vite";
import { PromptForm, SchedulerSelect } from "react-easel";
import { sdxlImg2img, sdxlTorch, type Model } from "react-easel/models";
import { expect, userEvent, within } from "storybook/test";
import { modelControl } from "./modelControl.ts";

function Example({ model }: { readonly model: Model }) {
  return (
    <div style={{ maxInlineSize: "24rem", marginInline: "auto" }}>
      <PromptForm.Root model={model} onGenerate={() => {}}>
        <SchedulerSelect />
      </PromptForm.Root>
    </div>
  );
}

/** The model's schedulers, with descriptions. */
const meta = {
  title: "Parts/SchedulerSelect",
  id: "schedulerselect",
  component: Example,
  subcomponents: {
    SchedulerSelect,
  },
  tags: ["autodocs"],
  args: { model: sdxlTorch },
  argTypes: { model: modelControl },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const select = within(canvasElement).getByLabelText("Sampler");
    await userEvent.selectOptions(select, "Heun");
    await expect(select).toHaveValue("Heun");
  },
};

/** An open list accepts any name. */
export const Open: Story = { args: { model: sdxlImg2img } };

export const OpenList: Story = {
  args: { model: sdxlImg2img },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("combobox"));
    const list = await within(document.body).findByRole("listbox");
    await expect(list).toBeVisible();
    // The list scrolls inside the popup.
    await expect(list.clientHeight).toBeLessThan(list.scrollHeight);
  },
};
