import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { describePart } from "../describePart.tsx";
import { inForm } from "../inForm.ts";
import { TextField } from "./TextField.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <TextField name="prompt" />, wrap: inForm });

test("is labelled and described by the schema's own words", () => {
  render(inForm(<TextField name="prompt" />));
  const box = screen.getByLabelText("Prompt");
  const described = box.getAttribute("aria-describedby")?.split(" ") ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent).join();
  expect(words).toContain("What the picture should show.");
  expect(box.getAttribute("aria-required")).toBe("true");
  expect(box.getAttribute("aria-invalid")).toBeNull();
});

test("says what is wrong once it is left", async () => {
  render(inForm(<TextField name="prompt" />));
  await userEvent.clear(screen.getByLabelText("Prompt"));
  expect(screen.queryByText("Write a prompt.")).toBeNull();
  await userEvent.tab();
  const message = await screen.findByText("Write a prompt.");
  expect(screen.getByLabelText("Prompt").getAttribute("aria-describedby")).toContain(message.id);
});
