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
  return popupPlace(anchor) as Record<string, string>;
}

test("lies below its anchor, with the room that is left there", () => {
  expect(place({ left: 100, top: 60 })).toMatchObject({
    "--easel-popup-start": "88px",
    "--easel-popup-width": "200px",
    "--easel-popup-top": "106px",
    "--easel-popup-bottom": "auto",
    "--easel-popup-room": "682px",
  });
});

test("lies above where there is more room", () => {
  expect(place({ left: 100, top: 600 })).toMatchObject({
    "--easel-popup-top": "auto",
    "--easel-popup-bottom": "206px",
    "--easel-popup-room": "582px",
  });
});

test("begins at the right where one reads from there", () => {
  expect(place({ left: 700, top: 60 }, "rtl")["--easel-popup-start"]).toBe("88px");
});
