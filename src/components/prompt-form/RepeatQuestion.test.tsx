import { cleanup, fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import { inForm } from "../../../test/parts/inForm.tsx";
import { useGenerate } from "../../hooks/useGenerate.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { FormValues } from "../../models/formValues.ts";
import { renderWithSandbox } from "../../testing/renderWithSandbox.ts";
import * as PromptForm from "./promptFormParts.ts";

afterEach(cleanup);

const question = () => screen.queryByRole("group", { name: /You already generated this/ });
const findQuestion = () => screen.findByRole("group", { name: /You already generated this/ });
const promptBox = () => screen.getByLabelText<HTMLTextAreaElement>("Prompt");
const generate = () => userEvent.click(screen.getByRole("button", { name: "Generate" }));

interface PageProps {
  readonly seed: number;
  readonly asks?: boolean;
  readonly onGenerate?: () => void;
}

function Page({ seed, asks = true, onGenerate }: PageProps) {
  const run = useGenerate(sdxlTorch);
  const defaultValues: FormValues<typeof sdxlTorch> = { prompt: "a red fox", seed };
  return (
    <PromptForm.Root
      model={sdxlTorch}
      defaultValues={defaultValues}
      onGenerate={(input) => {
        onGenerate?.();
        run.generate(input);
      }}
    >
      <PromptForm.Field name="prompt" />
      <PromptForm.Field name="seed" />
      <PromptForm.SeedLock />
      {asks && <PromptForm.Reasons />}
      <PromptForm.Submit />
      <p>{run.result ? `Used seed ${run.result.seed}` : run.status}</p>
    </PromptForm.Root>
  );
}

async function open(props: PageProps) {
  const view = await renderWithSandbox(<Page {...props} />);
  const submits = () => view.sandbox.log.filter(({ step }) => step === "submit");
  return { ...view, submits };
}

test("asks before the same input and seed are charged again, pending or completed", async () => {
  const onGenerate = vi.fn();
  const { submits, advance } = await open({ seed: 7, onGenerate });
  await generate();
  await advance(0);
  expect(submits()).toHaveLength(1);
  await generate();
  await findQuestion();
  await userEvent.keyboard("{Escape}");
  expect(question()).toBeNull();
  await advance(60_000);
  await generate();
  await findQuestion();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Use a new seed" }));
  expect(onGenerate).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole("button", { name: "Generate anyway" }));
  expect(onGenerate).toHaveBeenCalledTimes(2);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Generate" }));
});

test("uses a new seed and generates", async () => {
  const { submits, advance } = await open({ seed: 7 });
  await generate();
  await advance(60_000);
  await generate();
  await userEvent.click(screen.getByRole("button", { name: "Use a new seed" }));
  await advance(0);
  expect(submits().map(({ body }) => (body as FormValues)["seed"])).toEqual([7, -1]);
  expect(question()).toBeNull();
});

test("recognizes the seed that a random generation used", async () => {
  const { submits, advance } = await open({ seed: -1 });
  await generate();
  await advance(60_000);
  const [, seed] = /Used seed (\d+)/.exec(document.body.textContent ?? "") ?? [];
  fireEvent.change(screen.getByRole("textbox", { name: "Seed" }), { target: { value: seed } });
  await generate();
  await findQuestion();
  expect(submits()).toHaveLength(1);
});

test("doesn't ask for changed values, and drops the question when a value changes", async () => {
  const { submits, advance } = await open({ seed: 7 });
  await generate();
  await advance(60_000);
  await generate();
  fireEvent.change(promptBox(), { target: { value: "a blue fox" } });
  expect(question()).toBeNull();
  await generate();
  await advance(0);
  expect(submits()).toHaveLength(2);
});

test("generates without asking if no part can ask", async () => {
  const onGenerate = vi.fn();
  const { advance } = await open({ seed: 7, asks: false, onGenerate });
  await generate();
  await advance(60_000);
  await generate();
  expect(onGenerate).toHaveBeenCalledTimes(2);
});

test("shows a fixed seed beside the button, and unlocks it", async () => {
  const { submits, advance } = await open({ seed: 598612182 });
  expect(screen.getByText("Seed locked: 598612182")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Use a random seed" }));
  expect(screen.queryByText(/Seed locked/)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Generate" }));
  await generate();
  await advance(0);
  expect(submits().map(({ body }) => (body as FormValues)["seed"])).toEqual([-1]);
});

describePart({
  part: "seed-chip",
  element: <PromptForm.SeedLock />,
  wrap: (part) => inForm(part, { defaultValues: { seed: 7 } }),
});
