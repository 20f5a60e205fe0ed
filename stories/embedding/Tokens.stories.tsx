import type { Meta, StoryObj } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { sdxlTorch, Studio } from "react-easel";
import { expect, within } from "storybook/test";

interface ThemedProps {
  /** `--easel-accent`: color of buttons and selected items. */
  readonly accent: string;
  /** `--easel-accent-ink`: color of text on the accent. */
  readonly accentInk: string;
  /** `--easel-font` */
  readonly font: string;
  /** `--easel-radius`, in px. Small elements use two-thirds of it. */
  readonly radius: number;
  /** `--easel-space`: one step of spacing, in px. */
  readonly space: number;
  /** `--easel-control`: height of controls, in px. */
  readonly control: number;
}

function Themed({ accent, accentInk, font, radius, space, control }: ThemedProps) {
  const tokens = {
    "--easel-accent": accent,
    "--easel-accent-hover": `color-mix(in oklab, ${accent}, black 15%)`,
    "--easel-accent-ink": accentInk,
    "--easel-accent-soft": `color-mix(in oklab, ${accent} 12%, var(--easel-surface))`,
    "--easel-font": font,
    "--easel-radius": `${radius}px`,
    "--easel-radius-small": `${(radius * 2) / 3}px`,
    "--easel-space": `${space}px`,
    "--easel-control": `${control}px`,
  } as CSSProperties;
  return (
    <div style={tokens}>
      <Studio models={[sdxlTorch]} />
    </div>
  );
}

/**
 * All styles use CSS variables, set on `:root` or on an element around a part. These have the most effect; see the
 * first lines of `react-easel/styles.css` for all of them. If you set an accent, also set its hover and soft shades.
 *
 * ```css
 * :root {
 *   --easel-accent: #4338ca;
 *   --easel-accent-hover: #3730a3;
 *   --easel-accent-ink: #ffffff;
 *   --easel-accent-soft: #eef2ff;
 *   --easel-radius: 4px;
 *   --easel-radius-small: 3px;
 *   --easel-font: "Inter", sans-serif;
 * }
 *
 * .dark {
 *   --easel-accent: #a5b4fc;
 *   --easel-accent-hover: #c7d2fe;
 *   --easel-accent-ink: #1e1b4b;
 *   --easel-accent-soft: #312e81;
 * }
 * ```
 */
const meta = {
  title: "Embedding/Tokens",
  component: Themed,
  tags: ["autodocs"],
  parameters: { frameHeight: "44rem" },
  args: {
    accent: "#4338ca",
    accentInk: "#ffffff",
    font: "inherit",
    radius: 20,
    space: 5,
    control: 44,
  },
  argTypes: {
    accent: { control: "color" },
    accentInk: { control: "color" },
    font: { control: "select", options: ["inherit", "Georgia, serif", "ui-monospace, monospace"] },
    radius: { control: { type: "range", min: 0, max: 28 } },
    space: { control: { type: "range", min: 3, max: 6, step: 0.5 } },
    control: { control: { type: "range", min: 28, max: 52 } },
  },
} satisfies Meta<typeof Themed>;

export default meta;
type Story = StoryObj<typeof meta>;

const isDressed = (canvasElement: HTMLElement, property: keyof CSSStyleDeclaration) =>
  getComputedStyle(within(canvasElement).getByRole("button", { name: "Generate" }))[property];

export const SpaciousAndRound: Story = {
  parameters: { theme: "light" },
  play: async ({ canvasElement }) => {
    await expect(isDressed(canvasElement, "backgroundColor")).toBe("rgb(67, 56, 202)");
  },
};

/** Tokens for a dense UI. */
export const DenseAndSquare: Story = {
  args: { accent: "#0b6bcb", radius: 0, space: 3, control: 32 },
  parameters: { theme: "light" },
  play: async ({ canvasElement }) => {
    await expect(isDressed(canvasElement, "borderStartStartRadius")).toBe("0px");
  },
};

export const Print: Story = {
  args: { accent: "#7a1f1f", font: "Georgia, serif", radius: 4 },
  parameters: { theme: "light" },
  play: async ({ canvasElement }) => {
    await expect(isDressed(canvasElement, "fontFamily")).toContain("Georgia");
  },
};

/** Tokens for a dark theme, in a page that sets its theme. */
export const Dark: Story = {
  args: { accent: "#7dd3c0", accentInk: "#06231d", radius: 10 },
  parameters: { theme: "dark" },
};
