import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type FormEvent } from "react";
import { GenerateImage, sdxlTorch, sdxlTxt2img, type GeneratedFile } from "react-easel";
import { Controller, useForm } from "react-hook-form";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { takePhoto } from "./photos.ts";

const page = { maxInlineSize: "34rem", marginInline: "auto", display: "grid", gap: "1rem" };

/**
 * A field of your own form whose value is a generated image: a `File` or a URL, with its alt text, size, and settings.
 * The user generates images in a dialog, picks one, crops it to the size that the form needs, and edits the alt text.
 */
const meta = {
  title: "GenerateImage",
  component: GenerateImage.Root,
  subcomponents: {
    "GenerateImage.Preview": GenerateImage.Preview,
    "GenerateImage.Trigger": GenerateImage.Trigger,
    "GenerateImage.Upload": GenerateImage.Upload,
    "GenerateImage.Remove": GenerateImage.Remove,
  },
  tags: ["autodocs"],
  args: { model: sdxlTorch, "aria-label": "Avatar", onChange: fn() },
  argTypes: { model: { control: false } },
  decorators: [
    (Story) => (
      <div style={page}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof GenerateImage.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The dialog is rendered at the end of the page. */
const body = () => within(document.body);
const dialog = () => body().findByRole("dialog");

async function generate(prompt: string): Promise<void> {
  const form = within(await dialog());
  await userEvent.type(form.getByRole("textbox", { name: "Prompt" }), prompt);
  await userEvent.click(form.getByRole("button", { name: "Generate" }));
  await form.findByRole("radio", {}, { timeout: 30_000 });
}

async function finish(): Promise<void> {
  const form = within(await dialog());
  await userEvent.click(form.getByRole("button", { name: "Continue" }));
  const use = await form.findByRole("button", { name: "Use image" });
  await waitFor(() => expect(use).toBeEnabled());
  await userEvent.click(use);
  await waitFor(() => expect(body().queryByRole("dialog")).toBeNull());
}

const open = (name = "Generate an image") =>
  userEvent.click(body().getByRole("button", { name }));

const imageSize = async (file: Blob) => {
  const bitmap = await createImageBitmap(file);
  return [bitmap.width, bitmap.height];
};

/** A square avatar of exactly 512 × 512 pixels. */
export const Avatar: Story = {
  args: { name: "avatar", width: 512, height: 512 },
};
void [useState, Controller, useForm, takePhoto, sdxlTxt2img, generate, finish, open, imageSize];
export type Unused = [FormEvent, GeneratedFile];
