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

test("scrolls to a pane that is mostly or fully out of view", () => {
  const { innerHeight } = window;
  const hardly = [paneAt(innerHeight - 90, innerHeight + 500), paneAt(-500, 90)];
  for (const { pane, scroll } of [paneAt(5_000, 5_400), paneAt(-400, -10), ...hardly]) {
    showPane(pane);
    expect(scroll).toHaveBeenCalledOnce();
  }
});

test("doesn't scroll if most of the pane is visible or the pane fills the window", () => {
  for (const { pane, scroll } of [paneAt(100, 5_000), paneAt(-100, 300)]) {
    showPane(pane);
    expect(scroll).not.toHaveBeenCalled();
  }
});
