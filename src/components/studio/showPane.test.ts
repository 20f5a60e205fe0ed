import { afterEach, expect, test, vi } from "vitest";
import { showPane } from "./showPane.ts";

function paneAt(top: number, bottom: number) {
  const pane = document.createElement("div");
  const scroll = vi.spyOn(pane, "scrollIntoView");
  vi.spyOn(pane, "getBoundingClientRect").mockReturnValue({ top, bottom } as DOMRect);
  return { pane, scroll };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("brings a pane into view that is wholly outside of it", () => {
  for (const { pane, scroll } of [paneAt(5_000, 5_400), paneAt(-400, -10)]) {
    showPane(pane);
    expect(scroll).toHaveBeenCalledOnce();
  }
});

test("leaves the page where it is when some of the pane is seen", () => {
  const { pane, scroll } = paneAt(100, 5_000);
  showPane(pane);
  expect(scroll).not.toHaveBeenCalled();
});
