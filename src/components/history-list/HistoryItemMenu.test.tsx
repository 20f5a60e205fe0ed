import { act, cleanup, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useEffect } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useEasel } from "../../hooks/useEasel.ts";
import { useJobs } from "../../hooks/useJobs.ts";
import type { Attempt } from "../../ledger/attempt.ts";
import type { Ledger } from "../../ledger/createLedger.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import * as HistoryList from "./historyListParts.ts";
import type { HistoryListRootProps } from "./HistoryListRoot.tsx";

// The list is virtualized, so it needs a size, which the test environment doesn't compute.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(80);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const unasked = () => new Promise<never>(() => {});
const client: Client = { submit: unasked, getStatus: unasked, getResult: unasked };
const foxUrl = "https://files.test/fox.png";

const attempt = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: sdxlTorch.id,
  scope: "studio",
  input: { prompt: `a ${attemptId}`, seed: 7 },
  startedAt: Date.now(),
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  result: {
    requestId: attemptId,
    images: [{ url: `https://files.test/${attemptId}.png` }],
    body: {},
  },
  endedAt: Date.now(),
  ...more,
});

interface ExampleProps extends HistoryListRootProps {
  readonly onLedger: (ledger: Ledger) => void;
  /** Attempt ID of the current job. */
  readonly shown?: string;
}

function Example({ onLedger, shown, ...props }: ExampleProps) {
  const { ledger } = useEasel();
  const { jobs } = useJobs();
  useEffect(() => onLedger(ledger));
  return (
    <HistoryList.Root current={jobs.find(({ attemptId }) => attemptId === shown)} {...props} />
  );
}

/** Shows a list of attempts, and opens the menu of the job "fox". */
async function openMenu(
  attempts: readonly Attempt[],
  props: Partial<ExampleProps> = {},
  more: Partial<Client> = {},
) {
  let ledger: Ledger | undefined;
  render(
    <EaselProvider client={{ ...client, ...more }}>
      <Example onLedger={(found) => void (ledger = found)} {...props} />
    </EaselProvider>,
  );
  act(() => {
    for (const one of attempts) void ledger?.write(one);
  });
  await userEvent.click(screen.getByRole("button", { name: "More actions: a fox" }));
  const menu = within(await screen.findByRole("group", { name: "More actions: a fox" }));
  return {
    press: (name: string) => userEvent.click(menu.getByRole("button", { name })),
    actions: () => menu.getAllByRole("button").map((one) => one.getAttribute("aria-label")),
  };
}

test("starts from the image of a row", async () => {
  const onStart = vi.fn();
  const { press } = await openMenu([attempt("fox")], { onStart });
  await press("Use as start image");
  expect(onStart).toHaveBeenCalledExactlyOnceWith({ image: foxUrl }, sdxlImg2img);
});

test("compares a row with the current image, and with another row", async () => {
  const onCompare = vi.fn();
  const { press, actions } = await openMenu([attempt("fox"), attempt("owl")], {
    onCompare,
    shown: "owl",
  });
  expect(actions()).toEqual(["Compare with current image", "Compare with…", "Download", "Delete"]);
  await press("Compare with current image");
  expect(onCompare).toHaveBeenCalledExactlyOnceWith({
    before: expect.objectContaining({ url: foxUrl }) as unknown,
    after: expect.objectContaining({ url: "https://files.test/owl.png" }) as unknown,
  });
  await userEvent.click(screen.getByRole("button", { name: "More actions: a owl" }));
  const own = within(await screen.findByRole("group", { name: "More actions: a owl" }));
  expect(own.queryByRole("button", { name: "Compare with current image" })).toBeNull();
  await userEvent.click(own.getByRole("button", { name: "Compare with…" }));
  screen.getByText("Choose a generation to compare with.");
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByText("Choose a generation to compare with.")).toBeNull();
});

test("generates a row's input with a new seed", async () => {
  const onGenerate = vi.fn();
  const { press } = await openMenu([attempt("fox")], { onGenerate });
  await press("New seed");
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ prompt: "a fox", seed: -1 }, sdxlTorch);
});

test("doesn't generate an input that wasn't stored completely", async () => {
  const { actions } = await openMenu([attempt("fox", { omitted: ["image"] })], {
    onGenerate: () => {},
  });
  expect(actions()).toEqual(["Download", "Delete"]);
});

test("deletes a row, and offers to undo", async () => {
  const { press } = await openMenu([attempt("fox"), attempt("owl")]);
  await press("Delete");
  screen.getByText("1 generation deleted.");
  expect(screen.queryByRole("button", { name: "More actions: a fox" })).toBeNull();
  const undo = screen.getByRole("button", { name: "Undo" });
  expect(document.activeElement).toBe(undo);
  await userEvent.click(undo);
  screen.getByRole("button", { name: "More actions: a fox" });
});

test("says that an image couldn't be downloaded", async () => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("offline"));
  const { press } = await openMenu([attempt("fox")]);
  await press("Download");
  await screen.findByText("Couldn’t download 1 image:");
});

test("only deletes a job without an image", async () => {
  const { result: _, ...failed } = attempt("fox", { error: new EaselError("run_failed") });
  const { actions } = await openMenu([failed], {
    onStart: () => {},
    onCompare: () => {},
    onGenerate: () => {},
  });
  expect(actions()).toEqual(["Delete"]);
});

test("starts with the actions that a narrow row has no space for", async () => {
  const onReuse = vi.fn();
  const { press, actions } = await openMenu([attempt("fox")], { onReuse });
  expect(actions()).toEqual(["Reuse settings", "Download", "Delete"]);
  await press("Reuse settings");
  expect(onReuse).toHaveBeenCalledExactlyOnceWith({ prompt: "a fox", seed: 7 }, sdxlTorch);
});

test("checks an unconfirmed job, and keeps the focus in its row", async () => {
  const { result: _, endedAt: __, ...unknown } = attempt("fox", { submit: "unknown" });
  const { press, actions } = await openMenu([unknown], {}, { keepsAttempts: async () => true });
  expect(actions()[0]).toBe("Check again");
  await press("Check again");
  expect(screen.queryByRole("button", { name: "More actions: a fox" })).toBeNull();
  expect(document.activeElement?.getAttribute("data-control")).toBe("open");
});
