import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Profiler, type ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../test/parts/describePart.tsx";
import { inForm } from "../../../test/parts/inForm.tsx";
import { payloads } from "../../../test/payloads.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useModelForm } from "../../hooks/useModelForm.ts";
import { catalog } from "../../models/catalog/catalog.ts";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { defineModel, type Model } from "../../models/defineModel.ts";
import { limitModel } from "../../models/limitModel.ts";
import { FieldFrame } from "../fields/FieldFrame.tsx";
import { SchedulerSelect } from "../fields/select/SchedulerSelect.tsx";
import { SizeField } from "../fields/size/SizeField.tsx";
import { StylePicker } from "../fields/style/StylePicker.tsx";
import { useField } from "../fields/useFormField.ts";
import { useFieldReason } from "../form-context/PromptFormContext.ts";
import * as PromptForm from "./promptFormParts.ts";

afterEach(cleanup);

const whole = (
  <>
    <PromptForm.Fields />
    <PromptForm.Reasons />
    <PromptForm.Submit />
  </>
);
const promptBox = () => screen.getByLabelText<HTMLTextAreaElement>("Prompt");
const submitButton = () => screen.getByRole("button", { name: "Generate" });

const withProvider = (content: ReactNode) => (
  <EaselProvider client={{ submit: vi.fn(), getStatus: vi.fn(), getResult: vi.fn() }}>
    {content}
  </EaselProvider>
);

describePart({
  part: "prompt-form",
  element: <PromptForm.Root model={sdxlTorch} onGenerate={() => {}} />,
  wrap: withProvider,
});
describePart({ part: "prompt-form-fields", element: <PromptForm.Fields />, wrap: inForm });
describePart({ part: "prompt-form-reasons", element: <PromptForm.Reasons />, wrap: inForm });
describePart({ part: "prompt-form-submit", element: <PromptForm.Submit />, wrap: inForm });
describePart({ part: "field", element: <PromptForm.Field name="prompt" />, wrap: inForm });

test.each(catalog.map((model) => [model.id, model] as const))(
  "sends the payload of %s unchanged",
  async (id, model) => {
    const payload = payloads[id];
    const onGenerate = vi.fn();
    render(inForm(whole, { model, onGenerate, defaultValues: { ...payload } }));
    await userEvent.click(submitButton());
    await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
    expect(onGenerate.mock.lastCall?.[0]).toEqual(payload);
  },
);

test("throws an error with instructions when rendered outside a form", () => {
  const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(<PromptForm.Submit />)).toThrow(/outside <PromptForm.Root>/);
  silenced.mockRestore();
});

function OwnControl({ name }: { readonly name: string }) {
  useField<Model>(name);
  return null;
}

test.each([
  ['<PromptForm.Field name="promt">', <PromptForm.Field<Model> key="" name="promt" />],
  ['<SchedulerSelect name="promt">', <SchedulerSelect<Model> key="" name="promt" />],
  ['<StylePicker name="promt">', <StylePicker<Model> key="" name="promt" />],
  ['<SizeField name="promt">', <SizeField<Model> key="" name="promt" />],
  ['useField("promt")', <OwnControl key="" name="promt" />],
])("%s throws an error that lists the model's fields", (written, element) => {
  const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(inForm(element))).toThrow(
    `Easel: ${written} names a field that Stable Diffusion XL 1.0 doesn't have. Use one of these names: prompt, `,
  );
  silenced.mockRestore();
});

test("focuses the first invalid field and lists them all", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate, defaultValues: { prompt: " ", num_inference_steps: 200 } }));
  await userEvent.click(submitButton());
  await waitFor(() => expect(document.activeElement).toBe(promptBox()));
  expect(onGenerate).not.toHaveBeenCalled();
  expect(promptBox().getAttribute("aria-invalid")).toBe("true");

  const reasons = screen.getByRole("status");
  expect(submitButton().getAttribute("aria-describedby")).toContain(reasons.id);
  expect(reasons.textContent).toContain("Prompt Write a prompt.");
  await userEvent.click(screen.getByRole("button", { name: "Steps" }));
  expect(document.activeElement).toBe(screen.getByRole("spinbutton", { name: "Steps" }));
});

test("opens the section of an invalid field", async () => {
  render(inForm(whole, { defaultValues: { num_inference_steps: 200 } }));
  const fold = document.querySelector<HTMLDetailsElement>('[data-easel="prompt-form-advanced"]');
  expect(fold?.open).toBe(false);
  await userEvent.click(submitButton());
  await waitFor(() => expect(fold?.open).toBe(true));
  expect(document.activeElement).toBe(document.querySelector('input[name="num_inference_steps"]'));
});

test("links a reason from `disabledReasons` to its field", async () => {
  const reasons = [{ code: "invalid", message: "It is spent.", field: "seed" }] as const;
  render(inForm(whole, { disabledReasons: reasons }));
  await userEvent.click(screen.getByRole("button", { name: "Seed" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Seed"));
});

test("keeps the folded settings open when the model changes", async () => {
  const { rerender } = render(inForm(whole));
  const isOpen = () =>
    document.querySelector<HTMLDetailsElement>('[data-easel="prompt-form-advanced"]')?.open;
  // A browser fires `toggle` asynchronously, possibly after the model has changed.
  const holdBack = (event: Event) => event.stopPropagation();
  document.addEventListener("toggle", holdBack, true);
  fireEvent.click(screen.getByText("More settings"));
  document.removeEventListener("toggle", holdBack, true);
  rerender(inForm(whole, { model: sd21Txt2img }));
  expect(isOpen()).toBe(true);
  await userEvent.click(screen.getByText("More settings"));
  await waitFor(() => expect(isOpen()).toBe(false));
});

const sections = () =>
  [...document.querySelectorAll<HTMLElement>("[data-group]")].map(
    ({ dataset }) => dataset["group"],
  );

test("renders the prompt first, then images, the app's content, settings, and folded settings", () => {
  const content = <hr />;
  render(inForm(<PromptForm.Fields afterPrompt={content} />, { model: sdxlImg2img }));
  expect(sections()).toEqual(["prompt", "image", "picture", "negative", "sampling"]);
  const rule = document.querySelector("hr") as HTMLElement;
  const next = (name: string) =>
    rule.compareDocumentPosition(document.querySelector(`[data-group="${name}"]`) as Element);
  expect(next("image")).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  expect(next("picture")).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const folded = document.querySelector("details")?.querySelectorAll("[data-group]");
  expect(folded).toHaveLength(2);
});

const withExamples = { ...sdxlTorch, examplePrompts: ["a paper boat", "a red panda"] };

test("keeps the model's example prompts in place when the prompt is filled", async () => {
  render(inForm(whole, { model: withExamples, defaultValues: { prompt: "" } }));
  await userEvent.click(screen.getByRole("button", { name: "a red panda" }));
  expect(promptBox().value).toBe("a red panda");
  expect(document.activeElement).toBe(promptBox());
  await userEvent.click(screen.getByRole("button", { name: "a paper boat" }));
  expect(promptBox().value).toBe("a paper boat");
  expect(screen.getByRole("list", { name: "Try an example" }).children).toHaveLength(2);
});

test("shows example prompts only after the prompt was empty", async () => {
  render(inForm(whole, { model: withExamples, defaultValues: { prompt: "a fox" } }));
  expect(screen.queryByRole("list", { name: "Try an example" })).toBeNull();
  await userEvent.clear(promptBox());
  screen.getByRole("list", { name: "Try an example" });
});

test("sets an example prompt in a custom control", async () => {
  function OwnPrompt({ name }: { readonly name: string }) {
    const field = useField<Model>(name);
    return (
      <input
        id={field.id}
        value={String(field.value)}
        onChange={(event) => field.setValue(event.target.value)}
      />
    );
  }
  const fields = <PromptForm.Fields<Model> controls={{ prompt: OwnPrompt }} />;
  render(inForm(fields, { model: withExamples, defaultValues: { prompt: "" } }));
  await userEvent.click(screen.getByRole("button", { name: "a paper boat" }));
  expect(screen.getByDisplayValue("a paper boat")).toBe(document.activeElement);
});

test("shows the keyboard shortcut without changing the button's name", () => {
  render(inForm(whole));
  expect(submitButton().getAttribute("aria-keyshortcuts")).toBe("Control+Enter Meta+Enter");
  expect(submitButton().querySelector("kbd")?.textContent).toMatch(/^(Ctrl |⌘)↵$/);
});

test("removes a reason once its field is valid", async () => {
  render(inForm(whole, { defaultValues: { prompt: "" } }));
  await userEvent.click(submitButton());
  await screen.findByText("1 field needs your attention:");
  await userEvent.type(promptBox(), "a fox");
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(""));
});

test("after a submit, shows an invalid field only when the user submits it", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate, defaultValues: { prompt: "a fox" } }));
  await userEvent.click(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  await userEvent.clear(promptBox());
  await userEvent.tab();
  expect(promptBox().getAttribute("aria-invalid")).not.toBe("true");
  expect(screen.queryByText(/needs your attention/)).toBeNull();
  await userEvent.click(submitButton());
  await screen.findByText(/needs your attention/);
  expect(onGenerate).toHaveBeenCalledOnce();
});

test("submits once for a double-click", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate }));
  await userEvent.dblClick(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalled());
  expect(onGenerate).toHaveBeenCalledOnce();
});

test("ignores a submit while submitting and keeps focus on the button", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate, status: "submitting" }));
  const button = screen.getByRole("button", { name: "Sending…" });
  await userEvent.click(button);
  promptBox().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  button.focus();
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.dataset["status"]).toBe("submitting");
  expect(onGenerate).not.toHaveBeenCalled();
});

test("shows a reason from `disabledReasons` and blocks submission", async () => {
  const onGenerate = vi.fn();
  const reasons = [{ code: "offline", message: "No connection." }] as const;
  render(inForm(whole, { onGenerate, disabledReasons: reasons }));
  await userEvent.click(submitButton());
  expect(screen.getByRole("status").textContent).toBe("No connection.");
  expect(onGenerate).not.toHaveBeenCalled();
});

function Preparing({ message }: { readonly message: string | undefined }) {
  useFieldReason("Preparing", "seed", message);
  return null;
}

test("blocks submission while a field is being prepared, and links to the field", async () => {
  const onGenerate = vi.fn();
  const form = (message?: string) =>
    inForm(
      <>
        {whole}
        <Preparing message={message} />
      </>,
      { onGenerate },
    );
  const { rerender } = render(form("It is on its way."));
  await userEvent.click(submitButton());
  expect(onGenerate).not.toHaveBeenCalled();
  expect(submitButton().getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByRole("status").textContent).toBe("Seed It is on its way.");
  await userEvent.click(screen.getByRole("button", { name: "Seed" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Seed"));

  rerender(form());
  expect(screen.getByRole("status").textContent).toBe("");
  await userEvent.click(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
});

test("submits on Ctrl or Cmd with Enter, but not on Enter in a single-line box", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate }));
  screen.getByRole("spinbutton", { name: "Images" }).focus();
  await userEvent.keyboard("{Enter}");
  promptBox().focus();
  await userEvent.keyboard("{Meta>}{Enter}{/Meta}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
});

test("runs the app's handlers first and respects preventDefault", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate, onSubmit: (event) => event.preventDefault() }));
  await userEvent.click(submitButton());
  expect(onGenerate).not.toHaveBeenCalled();
});

test("shows a backend error on its field until the value changes", async () => {
  const refused = () =>
    inForm(whole, { fieldErrors: { prompt: "Too long for us.", "": "Not like this." } });
  const { rerender } = render(refused());
  await waitFor(() => expect(promptBox().getAttribute("aria-invalid")).toBe("true"));
  const reasons = screen.getByRole("status");
  expect(reasons.textContent).toContain("Too long for us.");
  expect(reasons.textContent).toContain("Not like this.");
  await userEvent.type(promptBox(), "!");
  await waitFor(() => expect(reasons.textContent).not.toContain("Too long for us."));
  rerender(refused());
  expect(reasons.textContent).not.toContain("Too long for us.");
});

test("keeps entered values when the model changes, and uses the new model's defaults for other fields", async () => {
  const onGenerate = vi.fn();
  const form = (model: Model) => inForm(whole, { model, onGenerate });
  const { rerender } = render(form(sd21Txt2img));
  await userEvent.clear(promptBox());
  await userEvent.type(promptBox(), "a red fox");
  const samples = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "Images" });
  await userEvent.clear(samples());
  await userEvent.type(samples(), "8");

  rerender(form(sdxlTorch));
  await userEvent.click(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  // Eight images are too many for this model, and the user didn't change the size or guidance.
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({
    prompt: "a red fox",
    samples: 1,
    img_width: 1024,
    guidance_scale: 8,
  });

  rerender(form(sd21Txt2img));
  expect(promptBox().value).toBe("a red fox");
  expect(samples().value).toBe("8");
});

test("doesn't re-render other fields while typing in the prompt", async () => {
  const drawn = vi.fn();
  render(
    inForm(
      <>
        <PromptForm.Field name="prompt" />
        <Profiler id="steps" onRender={drawn}>
          <PromptForm.Field name="num_inference_steps" />
          <PromptForm.Field name="style" />
        </Profiler>
        <PromptForm.Submit />
      </>,
    ),
  );
  drawn.mockClear();
  await userEvent.type(promptBox(), "a fox");
  expect(promptBox().value).toContain("a fox");
  expect(drawn).not.toHaveBeenCalled();
});

test("accepts a form from the app", async () => {
  const onGenerate = vi.fn();
  function Own() {
    const form = useModelForm(sdxlTorch, { values: { prompt: "from outside" } });
    return inForm(whole, { form, onGenerate });
  }
  render(<Own />);
  await userEvent.click(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ prompt: "from outside" });
});

const renderedNames = () =>
  Array.from(
    document.querySelectorAll<HTMLElement>("[data-field]"),
    ({ dataset }) => dataset["field"],
  );

test("renders a size pair once, and no hidden fields", () => {
  render(inForm(whole, { model: sd21Txt2img }));
  expect(renderedNames().filter((name) => name === "img_width")).toHaveLength(1);
  expect(renderedNames()).not.toContain("img_height");
  expect(renderedNames()).not.toContain("base64");
  // Without a starting image, strength has no effect.
  expect(renderedNames()).not.toContain("strength");
});

test("renders no field that accepts only one value, and sends its value", async () => {
  const onGenerate = vi.fn();
  const model = limitModel(sdxlTorch, { samples: { max: 1 }, scheduler: { values: ["DDIM"] } });
  const defaultValues = { img_width: 512, samples: 3 };
  render(inForm(whole, { model, defaultValues, onGenerate }));
  for (const name of ["img_width", "samples", "scheduler"]) {
    expect(renderedNames()).not.toContain(name);
  }
  await userEvent.click(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  const sent = { img_width: 1024, img_height: 1024, samples: 1, scheduler: "DDIM" };
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject(sent);
});

test("renders a setting of the refiner only while the refiner is on, and always sends it", async () => {
  const onGenerate = vi.fn();
  render(inForm(whole, { onGenerate }));
  const names = renderedNames();
  expect(names.indexOf("refiner")).toBe(names.indexOf("high_noise_fraction") - 1);
  fireEvent.click(screen.getByRole("switch", { name: "Refiner" }));
  expect(renderedNames()).not.toContain("high_noise_fraction");
  await userEvent.click(submitButton());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  const sent = { refiner: false, high_noise_fraction: 0.8 };
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject(sent);
  fireEvent.click(screen.getByRole("switch", { name: "Refiner" }));
  expect(renderedNames()).toContain("high_noise_fraction");
});

test("renders no advanced section for a model without folded settings", () => {
  const input = z.object({ prompt: z.string().min(1) });
  const model = defineModel({ id: "plain", title: "Plain", task: "text-to-image", input });
  render(inForm(whole, { model }));
  expect(
    document.querySelector<HTMLDetailsElement>('[data-easel="prompt-form-advanced"]'),
  ).toBeNull();
});

/** Custom control for a field. */
function SchedulerRadios() {
  const field = useField("scheduler");
  return (
    <FieldFrame
      field={field}
      group
      renderControl={({ id, "aria-describedby": describedBy }) => (
        <div id={id} role="radiogroup" tabIndex={-1} aria-describedby={describedBy}>
          {(["Euler", "Heun"] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={id}
                checked={field.value === value}
                onChange={() => field.setValue(value)}
                onBlur={field.onBlur}
              />
              {value}
            </label>
          ))}
        </div>
      )}
    />
  );
}

test("gives a custom control the field's label, help, error, and value", async () => {
  const onGenerate = vi.fn();
  const fieldErrors = { scheduler: "Not today." };
  const { rerender } = render(inForm(<SchedulerRadios />, { onGenerate }));
  const group = screen.getByRole("group", { name: "Sampler" });
  expect(group.dataset).toMatchObject({ field: "scheduler", kind: "select" });
  const radios = screen.getByRole("radiogroup");
  const described = () =>
    (radios.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent);
  expect(described()).toEqual(["Sampling method. Affects speed and detail."]);
  rerender(inForm(<SchedulerRadios />, { onGenerate, fieldErrors }));
  await waitFor(() => expect(described()[0]).toBe("Not today."));
  await userEvent.click(screen.getByLabelText("Heun"));
  expect(described()).toHaveLength(1);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ scheduler: "Heun" });
});

test.each(["own", "given"])("useFormContext works inside the %s form", async (kind) => {
  function Watching() {
    const { control, formState, setValue } = useFormContext();
    const prompt: unknown = useWatch({ control, name: "prompt" });
    return (
      <button type="button" onClick={() => setValue("prompt", "a hare", { shouldDirty: true })}>
        {String(prompt)} {formState.isDirty ? "changed" : "as it was"}
      </button>
    );
  }
  function Given() {
    const form = useModelForm(sdxlTorch, { values: { prompt: "a fox" } });
    return (
      <PromptForm.Root model={sdxlTorch} form={form} onGenerate={() => {}}>
        <Watching />
      </PromptForm.Root>
    );
  }
  const own = inForm(<Watching />, { defaultValues: { prompt: "a fox" } });
  render(kind === "own" ? own : withProvider(<Given />));
  await userEvent.click(screen.getByRole("button", { name: "a fox as it was" }));
  await screen.findByRole("button", { name: "a hare changed" });
});
