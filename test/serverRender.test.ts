import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createClient, EaselProvider, HistoryList, JobTray, Studio } from "react-easel";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.restoreAllMocks();
});

function renderPage(): string {
  const client = createClient({ baseUrl: "/api/easel" });
  const parts = [
    createElement(Studio),
    createElement(JobTray),
    createElement(HistoryList.Root, undefined, createElement(HistoryList.Grid)),
  ];
  return renderToString(createElement(EaselProvider, { client }, ...parts));
}

test("leaves no timers after server rendering", () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  renderPage();
  expect(timers()).toBe(before);
});

// Next fails a build whose static pages depend on them.
test("reads neither the clock nor random values during server rendering", () => {
  const reads = [
    vi.spyOn(Date, "now"),
    vi.spyOn(Math, "random"),
    vi.spyOn(crypto, "randomUUID"),
    vi.spyOn(crypto, "getRandomValues"),
  ];
  expect(renderPage()).toContain("<form");
  for (const read of reads) expect(read).not.toHaveBeenCalled();
});
