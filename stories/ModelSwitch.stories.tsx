import type { Meta, StoryObj } from "@storybook/react-vite";
import { catalog, ModelSwitch, sdxlImg2img, sdxlTorch } from "react-easel";
import { expect, fn, within } from "storybook/test";

const meta = {
  title: "Parts/ModelSwitch",
  id: "modelswitch",
  component: ModelSwitch,
  tags: ["autodocs"],
  args: { models: catalog, value: sdxlTorch.id, onValueChange: fn() },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 400 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ModelSwitch>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A native select, with native keyboard support and the phone's native picker. */
export const Default: Story = {
  play: async ({ canvasElement, userEvent, args }) => {
    const select = within(canvasElement).getByLabelText("Model");
    await userEvent.selectOptions(select, sdxlImg2img.id);
    await expect(args.onValueChange).toHaveBeenCalledWith(sdxlImg2img.id);
  },
};
