import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { SwitchField } from "./SwitchField.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <SwitchField name="refiner" />, wrap: inForm });

test("toggles by its label and sends its value", async () => {
  const onGenerate = vi.fn();
  render(inForm(<SwitchField name="refiner" />, { onGenerate }));
  const control = screen.getByRole<HTMLInputElement>("switch", { name: "Refiner" });
  expect(control.checked).toBe(true);
  await userEvent.click(screen.getByText("Refiner"));
  expect(control.checked).toBe(false);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ refiner: false });
});
