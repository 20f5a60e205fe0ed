import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ComponentProps } from "react";
import { EaselError, EaselProvider, HistoryList, useHistory, type Client } from "react-easel";
import { type Attempt } from "react-easel/client";
import { sd21Txt2img, sdxlTorch } from "react-easel/models";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { runs, silentClient, storageWith } from "./sampleRuns.ts";

interface ExampleProps extends ComponentProps<typeof HistoryList.Root> {
  readonly records: () => readonly Attempt[];
  readonly inlineSize?: string;
  readonly client?: Client;
}

function Example({ records, inlineSize = "60rem", client = silentClient, ...props }: ExampleProps) {
  const [storage] = useState(() => storageWith(records()));
  return (
    <EaselProvider client={client} storage={storage}>
      <div style={{ maxInlineSize: inlineSize, marginInline: "auto" }}>
        <HistoryList.Root {...props} />
      </div>
    </EaselProvider>
  );
}

/**
 * The user's jobs in this browser. Use `HistoryList.Root` alone, or compose its parts: `Search`, `Filter`, `Selection`,
 * `Grid`, and `Notice`. `useHistory` has the same features without a UI.
 */
const meta = {
  title: "Parts/HistoryList",
  id: "historylist",
  component: Example,
  subcomponents: {
    "HistoryList.Root": HistoryList.Root,
    "HistoryList.Search": HistoryList.Search,
    "HistoryList.Filter": HistoryList.Filter,
    "HistoryList.Selection": HistoryList.Selection,
    "HistoryList.Grid": HistoryList.Grid,
    "HistoryList.Notice": HistoryList.Notice,
  },
  tags: ["autodocs"],
  args: {
    records: () => runs(24),
    onOpen: fn(),
    onReuse: fn(),
    onStart: fn(),
    onGenerate: fn(),
    onCompare: fn(),
  },
  argTypes: {
    client: { control: false },
    records: { control: false, description: "The jobs in this browser." },
    onOpen: { description: "Called with the selected job, to show its result." },
    onReuse: { description: "Called to fill a form with a job's input." },
    onStart: { description: "Called to fill a form with a job's image." },
    onGenerate: { description: "Called to generate a job's input with a new seed." },
    onCompare: { description: "Called with two images to compare." },
  },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

const rowsOf = (grid: HTMLElement) => grid.querySelectorAll("[data-run]");
const focused = () => document.activeElement?.closest<HTMLElement>("[data-run]")?.dataset["run"];

export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole("rowheader", { name: /today/i })).toBeVisible();
    const [open] = canvas.getAllByRole("button", {
      name: /^an origami crane.*Stable Diffusion XL/,
    });
    if (open) await userEvent.click(open);
    await expect(args.onOpen).toHaveBeenCalledWith(
      expect.objectContaining({ attemptId: "run-23", status: "completed" }),
    );
    const [again] = canvas.getAllByRole("button", { name: /^Reuse settings/ });
    if (again) await userEvent.click(again);
    await expect(args.onReuse).toHaveBeenCalledWith(
      expect.objectContaining({ seed: 468_708 }),
      expect.objectContaining({ id: sdxlTorch.id }),
    );
  },
};

/** Only visible rows are rendered. The keyboard reaches all rows, and the focused row stays focused while scrolling. */
export const TwoThousandJobs: Story = {
  tags: ["!autodocs"],
  args: { records: () => runs(2_000) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    await expect(Number(grid.getAttribute("aria-rowcount"))).toBeGreaterThan(2_000);
    await waitFor(() => expect(rowsOf(grid).length).toBeGreaterThan(3));
    await expect(rowsOf(grid).length).toBeLessThan(40);

    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await expect(focused()).toBe("run-1999");
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()).toBe("run-1998"));
    await userEvent.keyboard("{Control>}{End}{/Control}");
    await waitFor(() => expect(focused()).toBe("run-0"));
    await waitFor(() => expect(grid.scrollTop).toBeGreaterThan(50_000));
    grid.scrollTop = 0;
    await waitFor(() => expect(grid.querySelector('[data-run="run-1999"]')).not.toBeNull());
    await expect(focused()).toBe("run-0");
    await userEvent.keyboard("{Control>}{Home}{/Control}");
    await waitFor(() => expect(focused()).toBe("run-1999"));
  },
};

/** On the keyboard, Shift with an arrow selects a range, Delete deletes, and Ctrl+Z restores. */
export const Selecting: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    await waitFor(() => expect(rowsOf(grid).length).toBeGreaterThan(3));
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await userEvent.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await expect(await canvas.findByText("3 selected")).toBeVisible();
    await userEvent.keyboard("{Shift>}{ArrowUp}{/Shift}");
    await expect(await canvas.findByText("2 selected")).toBeVisible();
    await userEvent.keyboard("{Delete}");
    await waitFor(() => expect(canvas.getByText("2 generations deleted.")).toBeVisible());
    await waitFor(() => expect(focused()).toBe("run-21"));
    await expect(canvas.getByText("22 generations")).toBeVisible();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect(await canvas.findByText("2 generations restored.")).toBeVisible();
    await expect(canvas.getByText("24 generations")).toBeVisible();

    await userEvent.keyboard("{Control>}a{/Control}");
    await expect(await canvas.findByText("24 selected")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(canvas.queryByText("24 selected")).toBeNull());
    await userEvent.keyboard("{ArrowLeft}");
    await expect(document.activeElement).toHaveAttribute("type", "checkbox");
    await userEvent.keyboard(" ");
    const boxes = canvas.getAllByRole("checkbox");
    await expect(boxes.filter((box) => (box as HTMLInputElement).checked)).toHaveLength(1);
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await userEvent.keyboard("{Shift>} {/Shift}");
    await expect(await canvas.findByText("2 selected")).toBeVisible();
  },
};

/** Each row with an image has a popup with actions. One of them compares it with the row that's opened next. */
export const Comparing: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    await waitFor(() => expect(rowsOf(grid).length).toBeGreaterThan(3));
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await userEvent.keyboard("{End}{Enter}");
    const start = await canvas.findByRole("button", { name: "Use as start image" });
    await waitFor(() => expect(start).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    await expect(canvas.queryByRole("button", { name: "Use as start image" })).toBeNull();
    await userEvent.keyboard("{Enter}");
    await canvas.findByRole("button", { name: "Use as start image" });
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await expect(canvas.getByText("Choose a generation to compare with.")).toBeVisible();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect(args.onCompare).toHaveBeenCalledOnce();
    await expect(args.onOpen).not.toHaveBeenCalled();
    await expect(canvas.queryByText("Choose a generation to compare with.")).toBeNull();
  },
};

/** On a phone, the selection's actions are one row, which stays in view. Selecting moves no row. */
export const SelectingOnAPhone: Story = {
  tags: ["!autodocs"],
  args: { inlineSize: "20rem" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first, second] = await canvas.findAllByRole("checkbox");
    const bar = canvas.getByRole("group", { name: "0 selected" });
    const grid = canvas.getByRole("grid");
    const { top } = grid.getBoundingClientRect();
    if (first) await userEvent.click(first);
    if (second) await userEvent.click(second);
    await expect(bar).toHaveAccessibleName("2 selected");
    await expect(within(bar).getByRole("button", { name: "Compare" })).toBeVisible();
    await expect(within(bar).getByText("Compare")).toBeVisible();
    await expect(bar.getBoundingClientRect().height).toBeLessThan(60);
    const [more] = canvas.getAllByRole("button", { name: /^More actions/ });
    if (more) await userEvent.click(more);
    const compare = await canvas.findByRole("button", { name: "Compare with…" });
    await expect(compare.querySelector("svg")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect(grid.getBoundingClientRect().top).toBe(top);
    await expect(bar.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
  },
};

/** The Undo button restores jobs. Focus moves, because each button disappears when pressed. */
export const Undo: Story = {
  tags: ["!autodocs"],
  args: { records: () => runs(3) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("grid");
    await userEvent.click(canvas.getByRole("button", { name: "Select all" }));
    await userEvent.click(canvas.getByRole("button", { name: "Delete" }));
    const undo = await canvas.findByRole("button", { name: "Undo" });
    await waitFor(() => expect(undo).toHaveFocus());
    await userEvent.keyboard("{Enter}");
    await expect(await canvas.findByText("3 generations restored.")).toBeInTheDocument();
    await waitFor(() => expect(focused()).toBe("run-2"));
  },
};

/** Searches prompts and settings, ignoring accents and case. */
export const Searching: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("grid");
    await userEvent.type(canvas.getByRole("searchbox"), "CAFE town");
    await waitFor(() =>
      expect(
        canvas.getByText("4 of 24 generations", { selector: "[data-easel=history-count]" }),
      ).toBeVisible(),
    );
    await userEvent.click(canvas.getByRole("button", { name: "Favorites" }));
    await userEvent.selectOptions(canvas.getByRole("combobox", { name: "Model" }), sd21Txt2img.id);
  },
};

export const NothingFound: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("grid");
    await userEvent.type(canvas.getByRole("searchbox"), "zeppelin");
    await userEvent.click(await canvas.findByRole("button", { name: "Show all" }));
    await expect(await canvas.findByRole("grid")).toBeVisible();
    await userEvent.type(canvas.getByRole("searchbox"), "zeppelin");
    await expect(await canvas.findByText("No matching images.")).toBeVisible();
  },
};

export const Empty: Story = {
  tags: ["!autodocs"],
  args: { records: () => [] },
};

/** A search without exact matches finds words with a typo. */
export const Misspelled: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("grid");
    await userEvent.type(canvas.getByRole("searchbox"), "lightouse");
    await canvas.findAllByRole("button", { name: /^a lighthouse at dusk/ });
    await expect(
      canvas.getByText("No exact matches. Showing similar results. 4 of 24 generations", {
        selector: "[data-easel=history-count]",
      }),
    ).toBeVisible();
  },
};

/** The month filter opens the list at a date, and the day of the first visible row stays in view. */
export const ByMonth: Story = {
  tags: ["!autodocs"],
  args: { records: () => runs(2_000) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    await waitFor(() => expect(rowsOf(grid).length).toBeGreaterThan(3));
    const month = canvas.getByRole("combobox", { name: "Month" });
    const options = within(month).getAllByRole<HTMLOptionElement>("option");
    await expect(options.length).toBeGreaterThan(6);
    await userEvent.selectOptions(month, options[3]?.value ?? "");
    const name = options[3]?.textContent?.split(" ")[0] ?? "";
    const heading = () => grid.querySelector<HTMLElement>("[data-stuck]");
    await waitFor(() => expect(heading()).toHaveTextContent(name));
    const first = heading()?.textContent ?? "";
    grid.scrollTop = 3_000;
    await waitFor(() => expect(heading()?.textContent).not.toBe(first));
    await expect(heading()).toHaveTextContent(name);
    await waitFor(() =>
      expect(heading()?.getBoundingClientRect().top).toBeCloseTo(
        grid.getBoundingClientRect().top + 1,
        0,
      ),
    );
  },
};

const neverConfirms: Client = {
  ...silentClient,
  submit: () => Promise.reject(new EaselError("submit_unknown")),
  keepsAttempts: async () => true,
};

/** Expired, pending, blocked, failed, and unknown jobs, with their actions. */
export const EveryState: Story = {
  args: {
    client: neverConfirms,
    records: () =>
      runs(7, (index) => {
        // JSON drops undefined fields, which a pending attempt doesn't have.
        const ended: object = { result: undefined, endedAt: undefined };
        const eightDays = Date.now() - 8 * 86_400_000;
        const states: readonly Partial<Attempt>[] = [
          { startedAt: eightDays, endedAt: eightDays },
          { ...ended, error: new EaselError("job_not_found") },
          { ...ended, error: new EaselError("run_failed") },
          { ...ended, submit: "unknown", startedAt: Date.now() - 60_000 },
          ended,
          { ...ended, error: new EaselError("content_blocked") },
        ];
        return states[index] ?? {};
      }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("grid");
    await canvas.findByRole("button", { name: /^Generate again \(charged again\)/ });
    await canvas.findByRole("button", { name: /^Send again \(may charge twice\)/ });
    const check = await canvas.findByRole("button", { name: /^Check again/ });
    await expect(canvas.getAllByText("Expired").length).toBeGreaterThan(0);
    await expect(canvas.getByText("Failed")).toBeInTheDocument();
    await expect(canvas.getByText("Blocked")).toBeInTheDocument();
    await expect(canvas.getByText("Not confirmed")).toBeInTheDocument();
    await userEvent.click(check);
    await canvas.findAllByText(/^Checked at .+: still not confirmed\.$/);
    await expect(check).toHaveFocus();
  },
};

/** Returns the width that a select needs for its selected option. */
function neededWidth(select: HTMLSelectElement): number {
  const copy = select.cloneNode() as HTMLSelectElement;
  copy.append(new Option(select.selectedOptions[0]?.text));
  copy.style.inlineSize = "max-content";
  select.after(copy);
  const { width } = copy.getBoundingClientRect();
  copy.remove();
  return width;
}

/**
 * In a narrow list, "Reuse settings" and "Check again" are in the row's popup. Titles of models are cut off at the start,
 * because they differ at the end.
 */
export const Narrow: Story = {
  tags: ["!autodocs"],
  args: { ...EveryState.args, inlineSize: "22rem" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    await waitFor(() => expect(rowsOf(grid).length).toBeGreaterThan(3));
    await expect(canvas.queryByRole("button", { name: /^Reuse settings/ })).toBeNull();
    for (const row of rowsOf(grid)) {
      await expect(row.getBoundingClientRect().height).toBeLessThanOrEqual(80);
    }
    const [, more] = canvas.getAllByRole("button", { name: /^More actions/ });
    if (more) await userEvent.click(more);
    const check = await canvas.findByRole("button", { name: "Check again" });
    await waitFor(() => expect(check).toHaveFocus());
    await expect(canvas.getByRole("button", { name: "Reuse settings" })).toBeVisible();

    await expect(canvas.getByText("Select all")).toBeVisible();
    for (const select of canvas.getAllByRole<HTMLSelectElement>("combobox")) {
      await expect(select.getBoundingClientRect().width).toBeGreaterThanOrEqual(
        neededWidth(select),
      );
    }
    const title = within(grid).getAllByText("Stable Diffusion XL 1.0")[0];
    const end = document.createRange();
    if (title?.firstChild) end.setStart(title.firstChild, "Stable Diffusion XL 1.".length);
    end.setEndAfter(title?.firstChild as ChildNode);
    const box = title?.parentElement?.getBoundingClientRect();
    await expect(box?.width).toBeGreaterThan(0);
    await expect(end.getBoundingClientRect().right).toBeLessThanOrEqual((box?.right ?? 0) + 1);
    await expect(end.getBoundingClientRect().left).toBeGreaterThanOrEqual(box?.left ?? 0);
  },
};

/** If the list gets narrower, its tab stop moves from a button that is hidden to the row. */
export const Narrowed: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    const frame = canvas.getByRole("region", { name: "History" }).parentElement;
    const stop = () => grid.querySelector('[tabindex="0"]')?.getAttribute("data-control");
    const resize = (inlineSize: string) => {
      if (frame) frame.style.maxInlineSize = inlineSize;
    };
    const [reuse] = await canvas.findAllByRole("button", { name: /^Reuse settings/ });

    reuse?.focus();
    await waitFor(() => expect(stop()).toBe("again"));
    resize("22rem");
    await waitFor(() => expect(document.activeElement).toHaveAttribute("data-control", "open"));

    resize("60rem");
    reuse?.focus();
    await waitFor(() => expect(stop()).toBe("again"));
    canvas.getByRole("searchbox").focus();
    resize("22rem");
    await waitFor(() => expect(stop()).toBe("open"));
    await expect(canvas.getByRole("searchbox")).toHaveFocus();
    canvas.getByRole("button", { name: "Favorites" }).focus();
    await userEvent.tab();
    await expect(document.activeElement).toHaveAttribute("data-control", "open");
  },
};

export const Arabic: Story = {
  parameters: { language: "ar" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole("grid");
    await waitFor(() => expect(rowsOf(grid).length).toBeGreaterThan(3));
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect(document.activeElement).toHaveAttribute("data-control", "favorite");
  },
};

function OwnList() {
  const { jobs, filter, setFilter, setFavorite } = useHistory();
  return (
    <>
      <label>
        Search{" "}
        <input
          value={filter.search}
          onChange={(event) => setFilter({ search: event.target.value })}
        />
      </label>
      <ul>
        {jobs.map(({ attemptId, input, favorite }) => (
          <li key={attemptId}>
            <button type="button" onClick={() => setFavorite([attemptId], !favorite)}>
              {favorite ? "★" : "☆"} {String(input["prompt"])}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `useHistory` with custom elements. */
export const Headless: Story = {
  args: { records: () => runs(6) },
  render: function Headless({ records }) {
    const [storage] = useState(() => storageWith(records()));
    return (
      <EaselProvider client={silentClient} storage={storage}>
        <OwnList />
      </EaselProvider>
    );
  },
};
