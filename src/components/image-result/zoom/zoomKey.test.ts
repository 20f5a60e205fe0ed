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

test("plus and minus zoom, with Shift or without, and nought shows all", () => {
  expect(["+", "=", "-", "_", "0"].map((key) => zoomKey(pressed(key), whole))).toEqual(
    [1, 1, -1, -1, 0].map((zoom) => ({ zoom })),
  );
});

test("leaves the browser its own zoom keys", () => {
  expect(zoomKey(pressed("+", { ctrlKey: true }), whole)).toBeUndefined();
  expect(zoomKey(pressed("ArrowLeft", { altKey: true }), whole)).toBeUndefined();
});

test("arrows go on to the next picture in reading order", () => {
  expect(zoomKey(pressed("ArrowRight"), whole)).toEqual({ go: 1 });
  expect(zoomKey(pressed("ArrowRight"), { ...whole, rightToLeft: true })).toEqual({ go: -1 });
  expect(zoomKey(pressed("ArrowDown"), whole)).toBeUndefined();
});

test("arrows go over a picture that is not seen whole, and pages still through the pictures", () => {
  expect(zoomKey(pressed("ArrowRight"), near)).toEqual({ pan: { x: -80, y: 0 } });
  expect(zoomKey(pressed("ArrowUp"), { ...near, rightToLeft: true })).toEqual({
    pan: { x: 0, y: 80 },
  });
  expect(zoomKey(pressed("PageDown"), near)).toEqual({ go: 1 });
});

test("leaves every other key alone", () => {
  expect(zoomKey(pressed("a"), near)).toBeUndefined();
});
