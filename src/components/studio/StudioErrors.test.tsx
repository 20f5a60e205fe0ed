import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { Studio } from "./Studio.tsx";

afterEach(cleanup);

const part = (name: string) => document.querySelector<HTMLElement>(`[data-easel="${name}"]`);
const generateButton = () => screen.getByRole("button", { name: "Generate" });

/** Returns the text that describes the button to screen readers, with that of hidden elements. */
const description = () =>
  (generateButton().getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent)
    .join(" ");

async function fail(refusal: EaselError) {
  const never = () => Promise.race<never>([]);
  const client: Client = {
    submit: async () => {
      throw refusal;
    },
    getStatus: never,
    getResult: never,
  };
  render(
    <EaselProvider client={client}>
      <Studio models={[sdxlTorch]} defaultValues={{ prompt: "a fox" }} />
    </EaselProvider>,
  );
  await userEvent.click(generateButton());
  await waitFor(() => expect(part("job-error")).not.toBeNull());
}

test("shows a rejected field with the error and at the field, but not above the button", async () => {
  const message = "Must be at most 50.";
  await fail(new EaselError("parameter_rejected", { fields: { num_inference_steps: message } }));
  expect(part("job-error-fields")?.textContent).toBe(`Steps ${message}`);
  await waitFor(() => expect(part("field-error")?.textContent).toBe(message));
  expect(part("prompt-form-reasons")?.textContent).toBe("");
  const steps = within(part("job-error") as HTMLElement).getByRole("button", { name: "Steps" });
  await userEvent.click(steps);
  expect(document.activeElement).toBe(screen.getByRole("spinbutton", { name: "Steps" }));
  expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
});

test("shows a rate limit only with the error, and describes the disabled button with it", async () => {
  const retryAt = Date.now() + 60_000;
  await fail(new EaselError("rate_limited", { charged: "no", retry: "safe", retryAt }));
  await waitFor(() => expect(generateButton().getAttribute("aria-disabled")).toBe("true"));
  expect(part("job-error")?.textContent).toContain("Too many requests");
  expect(part("prompt-form-reasons")?.textContent).toBe("");
  expect(description()).toContain("Too many requests.");
});

test("shows a validation error above the button while another error is shown", async () => {
  const fields = { num_inference_steps: "Invalid value." };
  await fail(new EaselError("parameter_rejected", { fields }));
  await userEvent.clear(screen.getByRole("textbox", { name: "Prompt" }));
  await userEvent.click(generateButton());
  await waitFor(() => expect(part("prompt-form-reasons")?.textContent).toContain("Prompt"));
});
