import { afterEach, expect, test, vi } from "vitest";
import { showPane } from "./showPane.ts";

function paneAt(top: number) {
  const pane = document.createElement("div");
  const scroll = vi.spyOn(pane, "scrollIntoView");
  vi.spyOn(pane, "getBoundingClientRect").mockReturnValue({ top } as DOMRect);
  return { pane, scroll };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("scrolls to a pane whose start is out of view or in the lower half of the window", () => {
  for (const top of [-10, window.innerHeight - 90, 5_000]) {
    const { pane, scroll } = paneAt(top);
    showPane(pane);
    expect(scroll).toHaveBeenCalledOnce();
  }
});

test("doesn't scroll to a pane that starts in the upper half of the window", () => {
  for (const top of [0, 100]) {
    const { pane, scroll } = paneAt(top);
    showPane(pane);
    expect(scroll).not.toHaveBeenCalled();
  }
});
