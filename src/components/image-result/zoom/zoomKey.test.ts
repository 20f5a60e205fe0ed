import { expect, test } from "vitest";
import { zoomKey } from "./zoomKey.ts";

const pressed = (key: string, rest = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...rest,
});
const whole = { zoomed: false, rightToLeft: false };
const near = { zoomed: true, rightToLeft: false };

test("zooms on plus and minus, with or without Shift, and resets on 0", () => {
  expect(["+", "=", "-", "_", "0"].map((key) => zoomKey(pressed(key), whole))).toEqual(
    [1, 1, -1, -1, 0].map((zoom) => ({ zoom })),
  );
});

test("ignores the browser's zoom keys", () => {
  expect(zoomKey(pressed("+", { ctrlKey: true }), whole)).toBeUndefined();
  expect(zoomKey(pressed("ArrowLeft", { altKey: true }), whole)).toBeUndefined();
});

test("moves to the next image in reading order", () => {
  expect(zoomKey(pressed("ArrowRight"), whole)).toEqual({ go: 1 });
  expect(zoomKey(pressed("ArrowRight"), { ...whole, rightToLeft: true })).toEqual({ go: -1 });
  expect(zoomKey(pressed("ArrowDown"), whole)).toBeUndefined();
});

test("pans a zoomed image on arrow keys, and changes the image on page keys", () => {
  expect(zoomKey(pressed("ArrowRight"), near)).toEqual({ pan: { x: -80, y: 0 } });
  expect(zoomKey(pressed("ArrowUp"), { ...near, rightToLeft: true })).toEqual({
    pan: { x: 0, y: 80 },
  });
  expect(zoomKey(pressed("PageDown"), near)).toEqual({ go: 1 });
});

test("ignores other keys", () => {
  expect(zoomKey(pressed("a"), near)).toBeUndefined();
});
