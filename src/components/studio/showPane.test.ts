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

test("brings a pane into view that is outside of it, or hardly in it", () => {
  const { innerHeight } = window;
  const hardly = [paneAt(innerHeight - 90, innerHeight + 500), paneAt(-500, 90)];
  for (const { pane, scroll } of [paneAt(5_000, 5_400), paneAt(-400, -10), ...hardly]) {
    showPane(pane);
    expect(scroll).toHaveBeenCalledOnce();
  }
});

test("leaves the page where it is when most of the pane is seen, or it fills the window", () => {
  for (const { pane, scroll } of [paneAt(100, 5_000), paneAt(-100, 300)]) {
    showPane(pane);
    expect(scroll).not.toHaveBeenCalled();
  }
});
