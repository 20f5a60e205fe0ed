import { afterEach, expect, test, vi } from "vitest";
import { popupPlace } from "./popupPlace.ts";

afterEach(() => vi.restoreAllMocks());

function place(box: { left: number; top: number }, dir = "ltr") {
  const anchor = document.createElement("button");
  anchor.dir = dir;
  const rect = new DOMRect(box.left, box.top, 200, 40);
  vi.spyOn(anchor, "getBoundingClientRect").mockReturnValue(rect);
  vi.spyOn(document.documentElement, "clientWidth", "get").mockReturnValue(1000);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(800);
  return popupPlace(anchor);
}

test("opens below its anchor, limited to the available height", () => {
  expect(place({ left: 100, top: 60 })).toMatchObject({
    insetBlockStart: "106px",
    insetBlockEnd: "auto",
    insetInlineStart: expect.stringContaining("min(88px, 976px - ") as string,
    inlineSize: expect.stringContaining("max(200px,") as string,
    maxBlockSize: "min(var(--easel-popup-height, 27rem), 682px)",
  });
});

test("opens above its anchor if there is more room", () => {
  expect(place({ left: 100, top: 600 })).toMatchObject({
    insetBlockStart: "auto",
    insetBlockEnd: "206px",
    maxBlockSize: "min(var(--easel-popup-height, 27rem), 582px)",
  });
});

test("starts at the right edge in right-to-left text", () => {
  expect(place({ left: 700, top: 60 }, "rtl").insetInlineStart).toContain("min(88px,");
});
