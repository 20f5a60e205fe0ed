import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import type { Client } from "../client/client.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { usePresets } from "./usePresets.ts";

afterEach(cleanup);

const notAsked = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };

/** Opens a page with its own cache of the shared storage. */
function open(shared: LedgerStorage, userKey = "ada") {
  const storage = { ...shared };
  return renderHook(() => usePresets(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <EaselProvider client={client} storage={storage} userKey={userKey}>
        {children}
      </EaselProvider>
    ),
  }).result;
}

const names = (page: ReturnType<typeof open>) => page.current.presets.map(({ name }) => name);
const save = (page: ReturnType<typeof open>, name: string, values = {}) =>
  act(async () => page.current.save({ name, model: "sdxl-torch", values }));

test("keeps a user's presets across pages, sorted by name, and without large values", async () => {
  const storage = memoryStorage();
  const first = open(storage);
  const image = `data:image/png;base64,${"A".repeat(9_000)}`;
  expect(await save(first, "Portraits", { samples: 4, image })).toBe("saved");
  expect(await save(first, "Drafts")).toBe("saved");
  const second = open(storage);
  expect(names(second)).toEqual(["Drafts", "Portraits"]);
  expect(second.current.presets[1]).toMatchObject({ model: "sdxl-torch", values: { samples: 4 } });
  expect(names(open(storage, "bob"))).toEqual([]);
});

test("renames, removes, and restores presets", async () => {
  const storage = memoryStorage();
  const page = open(storage);
  await save(page, "a");
  await save(page, "b");
  const [a, b] = page.current.presets;
  await act(async () => page.current.rename(a?.id ?? "", "c"));
  expect(names(page)).toEqual(["b", "c"]);
  act(() => page.current.remove(b?.id ?? ""));
  expect(names(open(storage))).toEqual(["c"]);
  expect(page.current.removed?.name).toBe("b");
  await act(async () => page.current.undo());
  expect(names(open(storage))).toEqual(["b", "c"]);
  expect(page.current.removed).toBeUndefined();
});

test("reports a full storage and too many presets", async () => {
  const storage = memoryStorage();
  const full = {
    ...storage,
    set: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  const page = open(full);
  expect(await save(page, "a")).toBe("full");
  expect(names(page)).toEqual([]);
  const other = open(storage);
  for (let count = 0; count < 100; count += 1) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- presets are saved one after another
    expect(await save(other, `preset ${count}`)).toBe("saved");
  }
  expect(await save(other, "one more")).toBe("too_many");
  expect(names(other)).toHaveLength(100);
});
