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
import { useHistoryListActions } from "./HistoryListContext.ts";
import * as HistoryList from "./historyListParts.ts";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const client: Client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: () => new Promise<never>(() => {}),
  getResult: () => new Promise<never>(() => {}),
};

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

function show(undoMs?: number) {
  let ledger: Ledger | undefined;
  render(
    provided(
      <>
        <Spy onLedger={(found) => void (ledger = found)} />
        <HistoryList.Root undoMs={undoMs} />
      </>,
    ),
  );
  act(() => {
    for (const id of ["fox", "heron"]) void ledger?.write(run(id));
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
