import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useEasel } from "./useEasel.ts";
import { useHistory } from "./useHistory.ts";

afterEach(cleanup);

const client: Client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: () => new Promise<never>(() => {}),
  getResult: () => new Promise<never>(() => {}),
};

/** Start time of all jobs, so that they keep the order in which they are written. */
const now = Date.now();

const run = (attemptId: string, prompt: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: "sdxl-torch",
  scope: "studio",
  input: { prompt },
  startedAt: now,
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  result: { requestId: attemptId, images: [{ url: "https://files.test/a.png" }], body: {} },
  endedAt: Date.now(),
  ...more,
});

const { result: _, endedAt: __, ...running } = run("d", "a fox that is being drawn");
const all = [
  run("a", "a red fox", { startedAt: now - 3 }),
  run("b", "Café in the rain", { startedAt: now - 2, modelId: "sd2.1-txt2img" }),
  run("c", "a fox in the snow", { startedAt: now - 1, scope: "elsewhere" }),
  running,
];

function setUp(options?: { readonly scope?: string }) {
  const { result } = renderHook(
    () => ({ history: useHistory(options), ledger: useEasel().ledger }),
    {
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <EaselProvider client={client}>{children}</EaselProvider>
      ),
    },
  );
  act(() => {
    for (const attempt of all) void result.current.ledger.write(attempt);
  });
  return {
    history: () => result.current.history,
    write: (attempt: Attempt) => result.current.ledger.write(attempt),
    ids: () => result.current.history.jobs.map(({ attemptId }) => attemptId).join(""),
    kept: () =>
      result.current.ledger
        .list()
        .map(({ attemptId }) => attemptId)
        .join(""),
  };
}

test("lists all jobs, newest first, including pending ones", () => {
  const { history, ids } = setUp();
  expect(ids()).toBe("dcba");
  expect(history()).toMatchObject({ total: 4, modelIds: ["sdxl-torch", "sd2.1-txt2img"] });
  expect(setUp({ scope: "elsewhere" }).ids()).toBe("c");
});

test("finds jobs with all words of a search, in any order, ignoring case and accents", () => {
  const { history, ids } = setUp();
  act(() => history().setFilter({ search: " SNOW fox " }));
  expect(ids()).toBe("c");
  expect(history().isFiltered).toBe(true);
  act(() => history().setFilter({ search: "cafe" }));
  expect(ids()).toBe("b");
  act(() => history().setFilter({ search: "zeppelin" }));
  expect(ids()).toBe("");
  expect(history().total).toBe(4);
});

test("filters by model and by favorites", () => {
  const { history, ids } = setUp();
  act(() => history().setFilter({ modelId: "sd2.1-txt2img" }));
  expect(ids()).toBe("b");
  act(() => history().setFavorite(["a", "b"], true));
  act(() => history().setFilter({ modelId: undefined, favoritesOnly: true }));
  expect(ids()).toBe("ba");
  act(() => history().setFavorite(["b"], false));
  expect(ids()).toBe("a");
});

test("restores removed jobs at their positions, and doesn't remove pending ones", () => {
  const { history, ids, kept } = setUp();
  let gone = 0;
  act(() => void (gone = history().remove(["a", "c", "d"])));
  expect(gone).toBe(2);
  expect(ids()).toBe("db");
  act(() => history().undo());
  expect(ids()).toBe("dcba");
  expect(kept()).toBe("abcd");
  expect(history().removed).toEqual([]);

  act(() => void history().remove(["a"]));
  act(() => history().endUndo());
  act(() => history().undo());
  expect(ids()).toBe("dcb");
});

test("extends and shrinks a range from its anchor, and keeps the earlier selection", () => {
  const { history } = setUp();
  const selected = () => history().selection.ids.join("");
  act(() => history().selection.toggle("a"));
  act(() => history().selection.toggle("d"));
  act(() => history().selection.extend("b"));
  expect(selected()).toBe("dcba");
  act(() => history().selection.extend("c"));
  expect(selected()).toBe("dca");
  act(() => history().selection.toggle("d"));
  expect(selected()).toBe("ca");
  act(() => history().selection.clear());
  act(() => history().selection.extend("b", "c"));
  expect(selected()).toBe("cb");
  act(() => history().selection.all());
  expect(selected()).toBe("dcba");
});

test("deselects jobs that a filter hides", () => {
  const { history } = setUp();
  act(() => history().selection.all());
  act(() => history().setFilter({ search: "café" }));
  expect(history().selection.ids).toEqual(["b"]);
});

test("doesn't restore another user's jobs", () => {
  const storage = memoryStorage();
  const user = { key: "anna" };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <EaselProvider client={client} storage={storage} userKey={user.key}>
      {children}
    </EaselProvider>
  );
  const { result, rerender } = renderHook(
    () => ({ history: useHistory(), ledger: useEasel().ledger }),
    { wrapper },
  );
  act(() => void result.current.ledger.write(run("a", "a red fox")));
  act(() => void result.current.history.remove(["a"]));
  expect(result.current.history.removed).toHaveLength(1);
  user.key = "bert";
  rerender();
  expect(result.current.history.removed).toEqual([]);
  act(() => result.current.history.undo());
  expect(result.current.history.jobs).toEqual([]);
});

test("finds prompts despite a typo, but only if nothing matches exactly", async () => {
  const { history, ids, write } = setUp();
  act(() => void write(run("l", "a lighthouse at dusk")));
  act(() => history().setFilter({ search: "lighthouse" }));
  expect([ids(), history().isSimilar]).toEqual(["l", false]);
  act(() => history().setFilter({ search: "dusk lightouse" }));
  await waitFor(() => expect(ids()).toBe("l"));
  expect(history().isSimilar).toBe(true);
  act(() => history().setFilter({ modelId: "sd2.1-txt2img" }));
  expect([ids(), history().isSimilar]).toEqual(["", false]);
  act(() => history().setFilter({ search: "zeppelin", modelId: undefined }));
  expect([ids(), history().isSimilar]).toEqual(["", false]);
});

test("lists the months of the jobs, newest first, and filters by month", () => {
  const { history, ids, write } = setUp();
  const startedAt = new Date(2025, 10, 3).getTime();
  act(() => void write(run("old", "a fox in fall", { startedAt })));
  expect(history().months.at(-1)).toBe("2025-11");
  expect(history().months).toEqual(history().months.toSorted().toReversed());
  expect(history().isFiltered).toBe(false);
  act(() => history().setFilter({ month: "2025-11" }));
  expect([ids(), history().isFiltered]).toEqual(["old", true]);
});
