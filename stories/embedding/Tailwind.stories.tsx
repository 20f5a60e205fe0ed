import type { Meta, StoryObj } from "@storybook/react-vite";
import { useLayoutEffect, useState, type ReactNode } from "react";
import {
  ClassNamesProvider,
  type Client,
  CreditsBadge,
  EaselProvider,
  HistoryList,
  ImageResult,
  JobError,
  JobProgress,
  JobTray,
  PromptForm,
  SchedulerSelect,
  sdxlImg2img,
  sdxlTorch,
  StylePicker,
  type StylePickerProps,
  useGenerate,
  useHistory,
  useJobs,
  useModelForm,
} from "react-easel";
import { expect, within } from "storybook/test";
import { runs, silentClient, storageWith } from "../sampleRuns.ts";
import { dress } from "./dress.ts";
import "./tailwind.css";

/** Removes the stylesheet, which the playground loads on every page. */
function WithoutStylesheet({ children }: { readonly children: ReactNode }) {
  useLayoutEffect(() => {
    const own = Array.from(document.styleSheets).filter((sheet) =>
      Array.from(sheet.cssRules).some(({ cssText }) => cssText.includes("--easel-styles")),
    );
    for (const sheet of own) sheet.disabled = true;
    return () => {
      for (const sheet of own) sheet.disabled = false;
    };
  }, []);
  return (
    <div className="app bg-slate-100 p-4 font-sans text-slate-900 dark:bg-slate-950 dark:text-slate-100">
      <ClassNamesProvider classNames={dress}>{children}</ClassNamesProvider>
    </div>
  );
}

/**
 * Easel in another design system, here Tailwind without our stylesheet. Pass one object of class names to a
 * `ClassNamesProvider` at the root, or use only the hooks.
 */
const meta = {
  title: "Embedding/Tailwind",
  tags: ["autodocs"],
  parameters: { frameHeight: "44rem", unstyled: true },
  decorators: [
    (Story) => (
      <WithoutStylesheet>
        <Story />
      </WithoutStylesheet>
    ),
  ],
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Renders a letter for each style instead of an image. */
const initial: StylePickerProps["renderPreview"] = ({ label = "" }) => (
  <span
    data-letter={label.slice(0, 1)}
    className="grid size-full place-items-center bg-indigo-100 text-lg font-semibold text-indigo-900 before:content-[attr(data-letter)] dark:bg-indigo-900 dark:text-indigo-100"
  />
);

function Generator() {
  const run = useGenerate(sdxlTorch);
  const { status } = run;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-4 md:grid-cols-2">
      <PromptForm.Root
        model={sdxlTorch}
        defaultValues={{ prompt: "a lighthouse at dawn" }}
        onGenerate={run.generate}
        status={status}
        isSubmitting={run.isSubmitting}
        disabledReasons={run.disabledReasons}
      >
        <PromptForm.Field name="prompt" />
        <StylePicker renderPreview={initial} />
        <PromptForm.Field name="guidance_scale" />
        <PromptForm.Field name="refiner" />
        <SchedulerSelect />
        <PromptForm.Field name="seed" />
        <PromptForm.Reasons />
        <PromptForm.Submit />
      </PromptForm.Root>
      <ImageResult.Root status={status} result={run.result} input={run.job?.input}>
        <JobError
          error={run.error}
          onRetry={run.retry}
          onCheck={run.job?.checkable ? run.check : undefined}
          job={run.job}
        />
        <ImageResult.Grid />
        <JobProgress status={status} timing={run.timing} trouble={run.job?.trouble} />
        <ImageResult.Details />
      </ImageResult.Root>
    </div>
  );
}

/** All features of the parts, without their styles. */
export const Parts: Story = {
  render: () => <Generator />,
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const button = canvas.getByRole("button", { name: "Generate" });
    await expect(button).toHaveClass("bg-indigo-600");
    await userEvent.click(button);
    const image = await canvas.findByRole("img", { name: /lighthouse/ }, { timeout: 15_000 });
    await expect(image).toHaveClass("rounded-md");
    await expect(canvasElement.querySelector("label")).toHaveClass("font-semibold");
  },
};

/** The popup of an open list, with classes from the same object. */
export const OpenList: Story = {
  render: () => (
    <PromptForm.Root model={sdxlImg2img} onGenerate={() => {}} className="max-w-sm">
      <SchedulerSelect />
    </PromptForm.Root>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const box = canvas.getByRole("combobox");
    await userEvent.click(box);
    const list = await canvas.findByRole("listbox");
    const popup = list.closest<HTMLElement>('[data-easel="combobox-popup"]');
    await expect(popup).toHaveClass("shadow-lg");
    const [above, below] = [box.getBoundingClientRect(), popup?.getBoundingClientRect()];
    await expect(below?.top).toBeGreaterThan(above.bottom);
    await expect(below?.left).toBeCloseTo(above.left, 0);
  },
};

/** Client of a host that exposes its balance. The storage has a result from an earlier page. */
const client: Client = {
  ...silentClient,
  getConfig: async () => ({ models: [], limits: {} }),
  getCredits: async () => ({ credits: 1234.5 }),
};

function Around() {
  const [storage] = useState(() =>
    storageWith(runs(12, (index) => ({ seen: index !== 11, scope: "around" }))),
  );
  return (
    <EaselProvider client={client} storage={storage}>
      <div className="mx-auto grid max-w-3xl gap-4">
        <CreditsBadge />
        <JobTray />
        <HistoryList.Root onReuse={() => {}} />
        <PromptForm.Root model={sdxlTorch} onGenerate={() => {}}>
          <StylePicker variant="inline" renderPreview={initial} />
        </PromptForm.Root>
      </div>
    </EaselProvider>
  );
}

/** The parts around a form: balance, tray, history, and styles. */
export const AroundTheForm: Story = {
  render: () => <Around />,
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("1,234.5 credits left")).toBeVisible();
    const [row] = await canvas.findAllByRole("checkbox");
    if (row) await userEvent.click(row);
    await expect(canvas.getByRole("button", { name: "Clear selection" })).toHaveClass("ring-1");
    await userEvent.click(await canvas.findByRole("option", { name: "Anime" }));
    await expect(await canvas.findByRole("option", { name: "Anime" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
  },
};

const card = "rounded-lg bg-white p-5 shadow-sm ring-1 ring-slate-200 dark:bg-slate-900";
const line = "text-sm text-slate-700 dark:text-slate-300";

function OwnParts() {
  const { form } = useModelForm(sdxlTorch, { values: { prompt: "a lighthouse at dawn" } });
  const { generate, status, result, error } = useGenerate(sdxlTorch, { scope: "own" });
  const { jobs } = useJobs();
  const history = useHistory();
  const refused = form.formState.errors["prompt"];
  return (
    <div className="mx-auto grid max-w-xl gap-4">
      <form
        className={`grid gap-3 ${card}`}
        onSubmit={(event) => void form.handleSubmit(generate)(event)}
      >
        <label className="grid gap-1 text-sm font-semibold">
          Prompt
          <textarea
            {...form.register("prompt")}
            rows={3}
            className="rounded-md px-3 py-2 font-normal ring-1 ring-slate-500 ring-inset"
          />
        </label>
        {refused && (
          <p className="text-sm text-red-700 dark:text-red-300">{String(refused.message)}</p>
        )}
        <button
          type="submit"
          className="min-h-11 rounded-md bg-emerald-700 font-semibold text-white"
        >
          Generate
        </button>
      </form>
      <div className={`grid gap-2 ${card}`}>
        <p role="status" className={line}>
          {status === "idle" ? "No image yet" : `The job is ${status}`}
        </p>
        {error && <p className={line}>{error.message}</p>}
        {result?.images.map(({ url }) => (
          <img key={url} src={url} alt="The result" className="rounded-md" />
        ))}
        <p className={line}>
          {jobs.length} in this browser, {history.total} in the history
        </p>
      </div>
    </div>
  );
}

/** `useModelForm`, `useGenerate`, `useJobs`, and `useHistory`, without any of our elements. */
export const HooksOnly: Story = {
  render: () => <OwnParts />,
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await expect(canvasElement.querySelector("[data-easel]")).toBeNull();
    await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
    await canvas.findByRole("img", { name: "The result" }, { timeout: 15_000 });
    await expect(canvas.getByRole("status")).toHaveTextContent("The job is completed");
  },
};
