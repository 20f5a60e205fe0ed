import {
  createFavorites,
  createLedger,
  createPollMemory,
  EaselError,
  memoryStorage,
} from "react-easel/client";
import { expect, test, vi } from "vitest";
import browser from "./formats/browser.json" with { type: "json" };

const name = "%2Fapi%2Feasel:ada";

/** Creates a browser's storage with the entries of an earlier version. */
function openStorage() {
  const storage = memoryStorage();
  for (const [key, text] of Object.entries(browser)) storage.set(key, text);
  return storage;
}

test("reads ledger records of every stored format, and rewrites them without loss", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const storage = openStorage();
  const records = createLedger({ storage, name }).list();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
  expect(records.map(({ attemptId, submit }) => [attemptId, submit])).toEqual([
    ["a0", "taken"],
    ["a1", "sent"],
    ["a2", "taken"],
    ["a3", "taken"],
    ["a4", "refused"],
    ["a5", "unknown"],
    ["a6", "taken"],
    ["a7", "taken"],
  ]);
  const [first, sent, pending, completed, refused, unknown, failed, text] = records;
  expect(first).toMatchObject({ requestId: "ticket-0", input: { prompt: "a paper boat" } });
  expect(sent?.unsent).toBe(true);
  expect(pending).toMatchObject({ requestId: "ticket-2", usual: { typicalMs: 4_100 } });
  expect(completed).toMatchObject({
    delivered: true,
    starred: true,
    result: { seed: 7, images: [{ contentType: "image/png" }, {}], metrics: { cost: 0.02 } },
  });
  expect(refused?.error).toMatchObject({ code: "rate_limited", charged: "no", status: 429 });
  expect(EaselError.is(unknown?.trouble)).toBe(true);
  expect(failed).toMatchObject({ omitted: ["image"], error: { fields: { strength: "too high" } } });
  expect(text?.result).toMatchObject({ images: [], text: "A heron." });

  const again = memoryStorage();
  const ledger = createLedger({ storage: again });
  for (const record of records) void ledger.write(record);
  expect(createLedger({ storage: again }).list()).toEqual(records);
});

test("reads poll history and favorites of every stored format", async () => {
  const storage = openStorage();
  expect(createPollMemory({ storage, name }).recall("sdxl-torch").jobs).toHaveLength(1);
  const favorites = createFavorites({ storage, name: `${name}:style` });
  await vi.waitFor(() => expect(favorites.list()).toEqual(["fantasy art", "line art"]));
});
