import { act, cleanup, fireEvent, render } from "@testing-library/react";
import * as fc from "fast-check";
import { EaselProvider, HistoryList, JobTray, Studio, type Client } from "react-easel";
import { memoryStorage } from "react-easel/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "../formats/browser.json" with { type: "json" };
import { neighborsOf } from "../neighbors.ts";

// Shortly after the attempts were stored, so that none has expired.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1, 12, 1) }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const client: Client = {
  submit: () => new Promise<never>(() => {}),
  getStatus: () => new Promise<never>(() => {}),
  getResult: () => new Promise<never>(() => {}),
};

const stored = Object.entries(browser).filter(([key]) => key.startsWith("easel:"));
const records = stored.map(([key, text]) => {
  const id = key.split(":").at(-1) ?? "";
  const scope = id < "a4" ? "studio" : "other";
  return [`easel:::${id}`, { ...(JSON.parse(text) as object), scope }] as const;
});

/** Generates storages in which one attempt has a few changes. */
const neighbor = fc
  .constantFrom(...records)
  .chain(([key, record]) => neighborsOf(record).map((text) => [key, text] as const));

/** Returns regression cases, and neighbors from fast-check. */
function samples(): readonly (readonly [string, string])[] {
  const [key, completed] = records[3] ?? ["", {}];
  const result = { requestId: "ticket-3", images: [null], body: {} };
  return [
    [key, JSON.stringify({ ...completed, result })],
    [key, JSON.stringify({ ...completed, startedAt: 1e300 })],
    ...fc.sample(neighbor, { numRuns: 40, seed: 7 }),
  ];
}

async function open(key: string, text: string) {
  const storage = memoryStorage();
  for (const [one, record] of records) storage.set(one, JSON.stringify(record));
  storage.set(key, text);
  const page = render(
    <EaselProvider client={client} storage={storage}>
      <Studio />
      <JobTray />
      <HistoryList.Root>
        <HistoryList.Grid />
      </HistoryList.Root>
    </EaselProvider>,
  );
  await act(async () => {});
  return page;
}

test("renders with any damaged record in storage", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  let opened = 0;
  for (const [key, text] of samples()) {
    const { container } = await open(key, text);
    expect(container.querySelector('[data-easel="prompt-form"]'), text).not.toBeNull();
    for (const part of ["studio-run", "history-open"]) {
      const opener = container.querySelector(`[data-easel="${part}"]`);
      if (!opener) continue;
      opened += 1;
      fireEvent.click(opener);
    }
    const links = [...container.querySelectorAll("a[href]")].map((link) =>
      link.getAttribute("href"),
    );
    expect(links.filter((href) => /^\s*javascript/i.test(href ?? ""))).toEqual([]);
    cleanup();
  }
  expect(opened).toBeGreaterThan(0);
});
