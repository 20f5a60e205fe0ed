import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { StrictMode, useState, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import {
  createClient,
  defineModel,
  EaselProvider,
  FieldFrame,
  HistoryList,
  ImageField,
  JobTray,
  PromptForm,
  sd21Txt2img,
  sdxlTorch,
  Studio,
  useField,
  useModelForm,
  type Client,
  type Model,
} from "react-easel";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { payloads } from "../payloads.ts";

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const client = createClient({
  fetcher: () => Promise.resolve(new Response(null, { status: 404 })),
});

const page = (content: ReactNode) => <EaselProvider client={client}>{content}</EaselProvider>;

test.each([
  ["Studio", "studio", <Studio key="studio" />],
  ["HistoryList", "history", <HistoryList.Root key="history" />],
  ["JobTray", "job-tray", <JobTray key="tray" />],
])("hydrates the server-rendered %s without changes", async (_name, part, content) => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const container = document.createElement("div");
  container.innerHTML = renderToString(page(content));
  document.body.append(container);
  const rendered = container.querySelector(`[data-easel="${part}"]`);
  expect(rendered).not.toBeNull();

  const recovered: unknown[] = [];
  const onRecoverableError = (error: unknown) => void recovered.push(error);
  await act(async () => {
    render(page(content), { container, hydrate: true, onRecoverableError, reactStrictMode: true });
  });
  expect(recovered).toEqual([]);
  expect(said.mock.calls).toEqual([]);
  // Hydration keeps the server's element.
  expect(container.querySelector(`[data-easel="${part}"]`)).toBe(rendered);
});

const every = defineModel({
  id: "every",
  title: "Every kind",
  task: "text-to-image",
  input: z.object({
    prompt: z.string().min(1),
    negative_prompt: z.string().optional(),
    caption: z.string().default("none"),
    steps: z.int().min(1).max(50).default(20),
    guidance: z.number().min(0).max(20).default(7.5),
    scheduler: z.enum(["Euler", "Heun", "DDIM"]).default("Euler"),
    frames: z.literal([4, 8]).default(4),
    sampler: z
      .string()
      .default("fast")
      .meta({ "x-easel": { options: [{ value: "fast" }, { value: "fine" }] } }),
    refine: z.boolean().default(false),
    seed: z.int().min(-1).default(-1),
    width: z.int().min(64).max(2048).multipleOf(64).default(512),
    height: z.int().min(64).max(2048).multipleOf(64).default(512),
    image: z.url().default("https://example.com/a.png"),
  }),
  initial: { prompt: "the example" },
});

const byName = (name: string) =>
  document.querySelector<HTMLInputElement>(`[name="${name}"]`) as HTMLInputElement;

type Server = (html: ReactNode) => Promise<{ hydrate: () => Promise<void>; complaints: unknown[] }>;

/** Creates a server-rendered page. `hydrate` runs its JavaScript. */
const serve: Server = async (content) => {
  const complaints: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((...said) => void complaints.push(said));
  const container = document.createElement("div");
  container.innerHTML = renderToString(content);
  document.body.append(container);
  // Browsers select the option marked in the HTML, but happy-dom sometimes selects another.
  for (const option of container.querySelectorAll<HTMLOptionElement>("option[selected]")) {
    option.selected = true;
  }
  const onRecoverableError = (error: unknown) => void complaints.push(error);
  return {
    complaints,
    hydrate: () =>
      act(async () => void render(content, { container, hydrate: true, onRecoverableError })),
  };
};

function formOf(model: Model, onGenerate: (input: unknown) => void, strict = false) {
  const form = page(
    <PromptForm.Root model={model} onGenerate={onGenerate}>
      <PromptForm.Fields />
      <PromptForm.Submit />
    </PromptForm.Root>,
  );
  return strict ? <StrictMode>{form}</StrictMode> : form;
}

async function send(onGenerate: (input: unknown) => void) {
  fireEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
}

test.each([false, true])(
  "keeps and sends values of all controls entered before hydration (strict: %s)",
  async (strict) => {
    const onGenerate = vi.fn();
    const { hydrate, complaints } = await serve(formOf(every, onGenerate, strict));

    byName("prompt").value = "a paper lantern";
    byName("negative_prompt").value = "blur";
    byName("caption").value = "";
    byName("steps").value = "40";
    (document.querySelectorAll('[type="range"]')[1] as HTMLInputElement).value = "12.5";
    byName("scheduler").value = "Heun";
    byName("frames").value = "8";
    byName("sampler").value = "fine";
    screen.getByRole<HTMLInputElement>("switch", { name: "Refine" }).click();
    byName("seed").value = "42";
    screen.getByRole<HTMLInputElement>("radio", { name: /^16:9/ }).checked = true;
    byName("image").value = " https://example.com/b.png ";

    await hydrate();
    const shown = ["prompt", "negative_prompt", "caption", "steps", "guidance", "scheduler"];
    expect(shown.map((name) => byName(name).value)).toEqual([
      "a paper lantern",
      "blur",
      "",
      "40",
      "12.5",
      "Heun",
    ]);
    expect(byName("width").value).not.toBe("512");
    await send(onGenerate);
    expect(onGenerate.mock.lastCall?.[0]).toEqual({
      prompt: "a paper lantern",
      negative_prompt: "blur",
      caption: "none",
      steps: 40,
      guidance: 12.5,
      scheduler: "Heun",
      frames: 8,
      sampler: "fine",
      refine: true,
      seed: 42,
      width: Number(byName("width").value),
      height: Number(byName("height").value),
      image: "https://example.com/b.png",
    });
    expect(complaints).toEqual([]);
  },
);

test("rejects a prompt cleared before hydration instead of restoring the example", async () => {
  const onGenerate = vi.fn();
  const { hydrate } = await serve(formOf(every, onGenerate));
  byName("prompt").value = "";
  await hydrate();
  fireEvent.click(screen.getByRole("button", { name: "Generate" }));
  await screen.findByText("Write a prompt.");
  expect(byName("prompt").value).toBe("");
  expect(onGenerate).not.toHaveBeenCalled();
});

test("hydrates an untouched form with its model's values", async () => {
  const onGenerate = vi.fn();
  const { hydrate, complaints } = await serve(formOf(sdxlTorch, onGenerate));
  await hydrate();
  expect(byName("prompt").value).toBe("");
  fireEvent.input(byName("prompt"), { target: { value: "a fox" } });
  await send(onGenerate);
  const { negative_prompt: _, ...settings } = { ...payloads[sdxlTorch.id] };
  expect(onGenerate.mock.lastCall?.[0]).toEqual({ ...settings, prompt: "a fox", seed: -1 });
  expect(complaints).toEqual([]);
});

test("uses the model and prompt entered before Studio hydrates", async () => {
  const submit = vi.fn<Client["submit"]>(() => new Promise(() => {}));
  const own: Client = { submit, getStatus: vi.fn(), getResult: vi.fn() };
  const { hydrate } = await serve(
    <EaselProvider client={own}>
      <Studio models={[sdxlTorch, sd21Txt2img]} />
    </EaselProvider>,
  );
  const models = document.querySelector<HTMLSelectElement>('[data-easel="model-switch-select"]');
  if (models) models.value = sd21Txt2img.id;
  byName("prompt").value = "a paper lantern";
  await hydrate();
  expect(byName("prompt").value).toBe("a paper lantern");
  fireEvent.click(screen.getByRole("button", { name: "Generate" }));
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit.mock.lastCall?.slice(0, 2)).toMatchObject([
    sd21Txt2img.id,
    { prompt: "a paper lantern" },
  ]);
});

test("keeps a new or fixed seed chosen before hydration", async () => {
  const onGenerate = vi.fn();
  const { hydrate } = await serve(formOf(every, onGenerate));
  screen.getByRole<HTMLInputElement>("switch", { name: "Random each time" }).click();
  await hydrate();
  const seed = Number(byName("seed").value);
  expect(seed).toBeGreaterThan(0);
  await send(onGenerate);
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ seed });
});

test("accepts a file chosen before hydration", async () => {
  const { hydrate } = await serve(
    page(
      <PromptForm.Root model={every} onGenerate={vi.fn()}>
        <ImageField<typeof every> name="image" />
      </PromptForm.Root>,
    ),
  );
  const picker = document.querySelector<HTMLInputElement>('[type="file"]') as HTMLInputElement;
  const files = [new File(["no image"], "notes.txt", { type: "text/plain" })];
  Object.defineProperty(picker, "files", { value: files, configurable: true });
  await hydrate();
  expect(await screen.findByText(/notes\.txt/)).not.toBeNull();
});

test("keeps folded settings open that were opened before hydration", async () => {
  const { hydrate, complaints } = await serve(formOf(every, vi.fn()));
  const folds = document.querySelectorAll("details");
  for (const fold of folds) fold.open = true;
  await hydrate();
  expect(Array.from(document.querySelectorAll("details"), ({ open }) => open)).toEqual([
    true,
    true,
  ]);
  fireEvent.click(screen.getByText("More settings"));
  expect(document.querySelector("details")?.open).toBe(false);
  expect(complaints).toEqual([]);
});

test("renders a form on the server that can't navigate or write values into the address", () => {
  const html = renderToString(formOf(every, vi.fn()));
  expect(html).toMatch(/<form[^>]* method="dialog"/);
});

function SchedulerControl({ name }: { readonly name: string }) {
  const { id, value, setValue } = useField<typeof every, "scheduler">(name as "scheduler");
  return (
    <select
      id={id}
      name={name}
      value={value}
      onChange={(event) => setValue(event.target.value as "Heun")}
    >
      <option>Euler</option>
      <option>Heun</option>
    </select>
  );
}

function ResettingForm({ onGenerate }: { readonly onGenerate: (input: unknown) => void }) {
  const modelForm = useModelForm(every);
  const [version, setVersion] = useState(0);
  return (
    <PromptForm.Root model={every} form={modelForm} onGenerate={onGenerate}>
      <PromptForm.Fields<Model> key={version} controls={{ scheduler: SchedulerControl }} />
      <button
        type="button"
        onClick={() => {
          modelForm.form.reset();
          setVersion(version + 1);
        }}
      >
        Reset
      </button>
      <PromptForm.Submit />
    </PromptForm.Root>
  );
}

test.each([false, true])(
  "ignores earlier fields when fields mount again after a reset (served: %s)",
  async (isServed) => {
    const onGenerate = vi.fn();
    const content = page(<ResettingForm onGenerate={onGenerate} />);
    if (isServed) await (await serve(content)).hydrate();
    else render(content);
    fireEvent.change(byName("scheduler"), { target: { value: "Heun" } });
    fireEvent.change(byName("sampler"), { target: { value: "fine" } });
    fireEvent.click(screen.getByRole("button", { name: "Reset" }));
    expect([byName("scheduler").value, byName("prompt").value]).toEqual(["Euler", "the example"]);
    await send(onGenerate);
    expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ scheduler: "Euler", sampler: "fast" });
  },
);

function PromptLength() {
  return <output>{useField("prompt").value?.length}</output>;
}

test("keeps the prompt's text and error when a second reader mounts", () => {
  const content = (isRead: boolean) =>
    page(
      <PromptForm.Root
        model={sdxlTorch}
        onGenerate={vi.fn()}
        fieldErrors={{ prompt: "Not this prompt." }}
      >
        <PromptForm.Field name="prompt" />
        {isRead && <PromptLength />}
      </PromptForm.Root>,
    );
  const { rerender } = render(content(false));
  byName("prompt").value = "a lantern ";
  rerender(content(true));
  expect(byName("prompt").value).toBe("a lantern ");
  expect(screen.getByText("Not this prompt.")).not.toBeNull();
});

test("keeps a trailing space in the prompt when a second reader hydrates", async () => {
  const { hydrate } = await serve(
    page(
      <PromptForm.Root model={sdxlTorch} onGenerate={vi.fn()}>
        <PromptForm.Field name="prompt" />
        <PromptLength />
      </PromptForm.Root>,
    ),
  );
  byName("prompt").value = "a lantern ";
  await hydrate();
  expect(byName("prompt").value).toBe("a lantern ");
  expect(document.querySelector("output")?.textContent).toBe("10");
});

test("adopts values per form for two roots with equal ids", async () => {
  const sent = [vi.fn(), vi.fn()];
  const roots = await Promise.all(sent.map((onGenerate) => serve(formOf(every, onGenerate))));
  const [first, second] = document.querySelectorAll("form");
  const within = (form: HTMLFormElement | undefined, name: string) =>
    form?.querySelector<HTMLInputElement>(`[name="${name}"]`) as HTMLInputElement;
  expect(within(first, "prompt").id).toBe(within(second, "prompt").id);
  within(first, "prompt").value = "a paper lantern";
  within(first, "scheduler").value = "Heun";
  within(second, "frames").value = "8";
  for (const { hydrate } of roots) await hydrate();
  for (const [index, button] of screen.getAllByRole("button", { name: "Generate" }).entries()) {
    fireEvent.click(button);
    await waitFor(() => expect(sent[index]).toHaveBeenCalledOnce());
  }
  expect(sent.map((onGenerate) => onGenerate.mock.lastCall?.[0])).toMatchObject([
    { prompt: "a paper lantern", scheduler: "Heun", frames: 4 },
    { prompt: "the example", scheduler: "Euler", frames: 8 },
  ]);
});

test("adopts models per Studio for two studios with equal ids", async () => {
  const studio = page(<Studio models={[sdxlTorch, sd21Txt2img]} />);
  const roots = [await serve(studio), await serve(studio)];
  const switches = document.querySelectorAll<HTMLSelectElement>(
    '[data-easel="model-switch-select"]',
  );
  if (switches[0]) switches[0].value = sd21Txt2img.id;
  for (const { hydrate } of roots) await hydrate();
  expect(Array.from(switches, ({ value }) => value)).toEqual([sd21Txt2img.id, sdxlTorch.id]);
});

function SchedulerRadios({ isAround }: { readonly isAround: boolean }) {
  const field = useField<typeof every, "scheduler">("scheduler");
  return (
    <FieldFrame
      field={field}
      group
      renderControl={({ id, ...attributes }) => (
        <div {...attributes} id={isAround ? id : undefined}>
          {(["Heun", "Euler", "DDIM"] as const).map((value, index) => (
            <input
              key={value}
              id={!isAround && index === 0 ? id : undefined}
              type="radio"
              name="sampling"
              aria-label={value}
              value={value}
              checked={field.value === value}
              onChange={() => field.setValue(value)}
            />
          ))}
        </div>
      )}
    />
  );
}

test.each([
  ["Heun", false],
  ["DDIM", false],
  ["DDIM", true],
])("keeps a radio button checked before hydration: %s (id around: %s)", async (name, isAround) => {
  const onGenerate = vi.fn();
  const { hydrate } = await serve(
    page(
      <PromptForm.Root model={every} onGenerate={onGenerate}>
        <SchedulerRadios isAround={isAround} />
        <PromptForm.Submit />
      </PromptForm.Root>,
    ),
  );
  screen.getByRole<HTMLInputElement>("radio", { name }).checked = true;
  await hydrate();
  expect(screen.getByRole<HTMLInputElement>("radio", { name }).checked).toBe(true);
  await send(onGenerate);
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({ scheduler: name });
});

const listed = defineModel({
  id: "listed",
  title: "Listed sizes",
  task: "text-to-image",
  input: z.object({
    prompt: z.string().default("a fox"),
    width: z.literal([512, 768]).default(512),
    height: z.literal([512, 768]).default(512),
  }),
});

test.each([0, 1, 2, 3])("keeps a size selected before hydration: %s", async (index) => {
  const onGenerate = vi.fn();
  const { hydrate } = await serve(formOf(listed, onGenerate));
  const radio = screen.getAllByRole<HTMLInputElement>("radio")[index] as HTMLInputElement;
  radio.checked = true;
  const [width, height] = (
    radio.parentElement
      ?.querySelector('[data-easel="size-pixels"]')
      ?.textContent?.match(/(\d+) × (\d+)/) ?? []
  ).slice(1);
  await hydrate();
  await send(onGenerate);
  expect(onGenerate.mock.lastCall?.[0]).toMatchObject({
    width: Number(width),
    height: Number(height),
  });
});
