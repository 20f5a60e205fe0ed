import { act, cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Profiler, useEffect, type ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Attempt } from "../../ledger/attempt.ts";
import type { Ledger } from "../../ledger/createLedger.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { useHistoryListActions } from "./HistoryListContext.ts";
import * as HistoryList from "./historyListParts.ts";
import type { HistoryListRootProps } from "./HistoryListRoot.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: () => new Promise<never>(() => {}),
  getResult: () => new Promise<never>(() => {}),
  keepsAttempts: async () => true,
} satisfies Client;

const provided = (part: ReactNode) => <EaselProvider client={client}>{part}</EaselProvider>;
const inList = (part: ReactNode) => provided(<HistoryList.Root>{part}</HistoryList.Root>);

describePart({ part: "history", element: <HistoryList.Root />, wrap: provided });
describePart({
  part: "history-search",
  element: <HistoryList.Search />,
  wrap: inList,
  asChild: false,
});
describePart({ part: "history-filter", element: <HistoryList.Filter />, wrap: inList });
describePart({ part: "history-selection", element: <HistoryList.Selection />, wrap: inList });
describePart({ part: "history-notice", element: <HistoryList.Notice />, wrap: inList });

const run = (attemptId: string): Attempt => ({
  attemptId,
  modelId: "sdxl-torch",
  scope: "studio",
  input: { prompt: `a ${attemptId}` },
  startedAt: Date.now(),
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  result: { requestId: attemptId, images: [{ url: "https://files.test/a.png" }], body: {} },
  endedAt: Date.now(),
});

function Spy({ onLedger }: { readonly onLedger: (ledger: Ledger) => void }) {
  const { ledger } = useEasel();
  useEffect(() => onLedger(ledger));
  return null;
}

function show(
  undoMs?: number,
  attempts: readonly Attempt[] = [run("fox"), run("heron")],
  props: Partial<HistoryListRootProps> = {},
) {
  let ledger: Ledger | undefined;
  render(
    provided(
      <>
        <Spy onLedger={(found) => void (ledger = found)} />
        <HistoryList.Root undoMs={undoMs} {...props} />
      </>,
    ),
  );
  act(() => {
    for (const attempt of attempts) void ledger?.write(attempt);
  });
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("throws an error with instructions when rendered outside a list", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(provided(<HistoryList.Grid />))).toThrow(/outside <HistoryList.Root>/);
});

test("shows a hint while it is empty", () => {
  render(provided(<HistoryList.Root />));
  expect(screen.getByText("Images you generate appear here.")).toBeDefined();
});

test("returns to the start of the list when the filter changes", async () => {
  show();
  const grid = screen.getByRole("grid");
  grid.scrollTop = 500;
  await userEvent.type(screen.getByRole("searchbox"), "f");
  expect(grid.scrollTop).toBe(0);
});

test("focuses Undo after a deletion", async () => {
  show();
  await press("Select all");
  await press("Delete");
  expect(screen.getByText("2 generations deleted.")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Undo" }));
  await press("Undo");
  expect(screen.getByText("2 generations restored.")).toBeDefined();
  expect(screen.getByText("2 generations")).toBeDefined();
});

test("removes Undo after a timeout, but not while the notice has focus", async () => {
  show(5_000);
  await press("Select all");
  await press("Delete");
  vi.useFakeTimers();
  const undo = screen.getByRole("button", { name: "Undo" });
  act(() => undo.blur());
  act(() => undo.focus());
  act(() => void vi.advanceTimersByTime(20_000));
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeNull();
  act(() => undo.blur());
  act(() => void vi.advanceTimersByTime(5_001));
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("compares two selected jobs, the older one first", async () => {
  const onCompare = vi.fn();
  const fox = { ...run("fox"), startedAt: Date.now() - 1_000 };
  const heron = run("heron");
  const images = [{ url: "https://files.test/heron.png" }];
  const attempts = [fox, { ...heron, result: { requestId: "heron", images, body: {} } }];
  show(undefined, attempts, { onCompare });
  await press("Select all");
  await userEvent.click(await screen.findByRole("button", { name: "Compare" }));
  expect(onCompare).toHaveBeenCalledExactlyOnceWith({
    before: { url: "https://files.test/a.png", label: "a fox", alt: "a fox" },
    after: { url: images[0]?.url, label: "a heron", alt: "a heron" },
  });
});

test("doesn't re-render parts that use only actions when the state changes", async () => {
  const rendered = vi.fn();
  function Undo() {
    const { undo } = useHistoryListActions("Undo");
    return <button onClick={undo}>Undo</button>;
  }
  render(
    inList(
      <>
        <HistoryList.Search />
        <Profiler id="undo" onRender={rendered}>
          <Undo />
        </Profiler>
      </>,
    ),
  );
  rendered.mockClear();
  await userEvent.type(screen.getByRole("searchbox"), "fox");
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("fox");
  expect(rendered).not.toHaveBeenCalled();
});

const { result: _, endedAt: __, ...unfinished } = run("owl");

test("keeps one button focused that selects everything and clears the selection", async () => {
  show();
  await press("Select all");
  screen.getByText("2 selected");
  const clear = screen.getByRole("button", { name: "Clear selection" });
  expect(document.activeElement).toBe(clear);
  await userEvent.keyboard("{Enter}");
  screen.getByText("2 generations");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Select all" }));
});

/** Shows one job. The list is virtualized, so it needs a size, which the test environment doesn't compute. */
function showOne(more: Partial<Attempt>) {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(80);
  client.submit.mockReset();
  show(undefined, [{ ...unfinished, ...more }]);
  return document.querySelector<HTMLElement>("[data-run]");
}

test.each([
  [{ charged: "unknown" }, "Send again (may charge twice): a owl"],
  [{ charged: "yes" }, "Generate again (charged again): a owl"],
] as const)("says what generating an expired job again may cost: %o", (charge, name) => {
  showOne({ error: new EaselError("job_not_found", charge), endedAt: 1 });
  expect(screen.getByRole("button", { name })).toBeDefined();
});

test.each([
  [{ error: new EaselError("run_failed") }, "failed", "Failed", "Not charged"],
  [{ error: new EaselError("content_blocked") }, "blocked", "Blocked", "Not charged"],
  [{ error: new EaselError("run_canceled") }, "canceled", "Stopped", "May have been charged"],
  [{ submit: "unknown" }, "unknown", "Not confirmed", "May have been charged"],
  [{ error: new EaselError("job_not_found") }, "expired", "Expired", undefined],
] as const)("tells %o apart by icon and text", (more, icon, state, charge) => {
  const row = showOne(more);
  expect(row?.querySelector("[data-easel=history-thumbnail] svg")?.getAttribute("data-icon")).toBe(
    icon,
  );
  expect(screen.getByText(state)).toBeDefined();
  if (charge !== undefined) expect(screen.getByText(charge)).toBeDefined();
});

test("checks an unconfirmed job, says what it found, and keeps the focus in the row", async () => {
  let fail: (cause: unknown) => void = () => {};
  showOne({ submit: "unknown" });
  client.submit.mockImplementationOnce(() => new Promise((_resolve, reject) => (fail = reject)));
  client.submit.mockResolvedValueOnce({ requestId: "job-owl", state: "queued" });
  const said = () => screen.getAllByRole("status").map(({ textContent }) => textContent);
  const check = await screen.findByRole("button", { name: "Check again: a owl" });
  await userEvent.click(check);
  expect(said()).toContain("Checking…");
  await userEvent.click(check);
  expect(client.submit).toHaveBeenCalledExactlyOnceWith(
    "sdxl-torch",
    { prompt: "a owl" },
    { attemptId: "owl" },
  );
  await act(async () => fail(new EaselError("submit_unknown")));
  expect(said()).toContainEqual(expect.stringMatching(/^Checked at .+: still not confirmed\.$/));
  await userEvent.click(check);
  await vi.waitFor(() => expect(said()).toContain("Confirmed. Your image is being generated."));
  expect(document.activeElement?.getAttribute("data-control")).toBe("open");
});
