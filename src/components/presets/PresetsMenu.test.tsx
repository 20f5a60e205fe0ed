import { cleanup, screen, within } from "@testing-library/react";
import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import { inForm } from "../../../test/parts/inForm.tsx";
import * as PromptForm from "../prompt-form/promptFormParts.ts";
import { PresetsMenu, type PresetsMenuProps } from "./PresetsMenu.tsx";

afterEach(cleanup);

describePart({ part: "presets", element: <PresetsMenu />, wrap: inForm });

async function open(props: PresetsMenuProps = {}) {
  render(
    inForm(
      <>
        <PresetsMenu {...props} />
        <PromptForm.Field name="prompt" />
        <PromptForm.Field name="negative_prompt" />
      </>,
      { defaultValues: { prompt: "a red fox", negative_prompt: "blur" } },
    ),
  );
  await userEvent.click(screen.getByRole("button", { name: "Presets" }));
  return within(await screen.findByRole("dialog", { name: "Presets" }));
}

const promptBox = () => screen.getByLabelText<HTMLTextAreaElement>("Prompt");
const press = (panel: Awaited<ReturnType<typeof open>>, name: string) =>
  userEvent.click(panel.getByRole("button", { name }));

test("saves the settings with or without the prompt, applies them, and undoes that", async () => {
  const panel = await open();
  panel.getByText(/^No presets yet/);
  await press(panel, "Save current settings");
  await press(panel, "Save");
  panel.getByText("Enter a name.");
  await userEvent.type(panel.getByLabelText("Preset name"), "Fox");
  await userEvent.click(panel.getByLabelText("Include the prompt"));
  await press(panel, "Save");
  await panel.findByText("“Fox” saved.");
  await userEvent.clear(promptBox());
  await userEvent.click(screen.getByRole("button", { name: "Presets" }));
  const again = within(await screen.findByRole("dialog", { name: "Presets" }));
  await press(again, "Fox");
  expect(promptBox().value).toBe("a red fox");
  await press(again, "Undo");
  expect(promptBox().value).toBe("");
});

test("renames a preset, and restores a deleted one", async () => {
  const panel = await open();
  await press(panel, "Save current settings");
  await userEvent.type(panel.getByLabelText("Preset name"), "One{Enter}");
  await panel.findByText("“One” saved.");
  await press(panel, "Rename “One”");
  const name = panel.getByLabelText("Rename “One”");
  await userEvent.clear(name);
  await userEvent.type(name, "Two{Enter}");
  await press(panel, "Delete “Two”");
  expect(panel.queryByRole("button", { name: "Two" })).toBeNull();
  await press(panel, "Undo");
  expect(await panel.findByRole("button", { name: "Two" })).toBeDefined();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("passes a suggested preset to the app", async () => {
  const onApply = vi.fn(() => undefined);
  const preset = { name: "Quick", model: "another", values: { num_inference_steps: 20 } };
  const panel = await open({ presets: [preset], onApply });
  await press(panel, "Quick");
  expect(onApply).toHaveBeenCalledExactlyOnceWith(preset);
});
