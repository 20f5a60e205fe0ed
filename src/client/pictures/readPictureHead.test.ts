import { encode as encodePng } from "fast-png";
import { expect, test } from "vitest";
import { readPictureHead } from "./readPictureHead.ts";

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

/** A file of boxes: its kind, the kinds that it gets along with, and its sizes. */
const boxes = (brands: string, sizes: readonly (readonly [string, string])[] = []) =>
  bytes(
    `\0\0\0\x20ftyp${brands.slice(0, 4)}\0\0\0\0${brands.slice(4)}` +
      `\0\0\0\x10meta${sizes.map(([w, h]) => `\0\0\0\x14ispe\0\0\0\0${w}${h}`).join("")}`,
  );

test("AVIF and HEIC are told apart by their brands, and the largest picture inside is the picture", () => {
  const sizes = [
    ["\0\0\x01\x40", "\0\0\0\xf0"],
    ["\0\0\x0f\xc0", "\0\0\x0b\xd0"],
  ] as const;
  expect(readPictureHead(boxes("heicmif1heic", sizes))).toEqual({
    format: "heic",
    width: 4032,
    height: 3024,
    annotated: false,
  });
  expect(readPictureHead(boxes("avifmif1", sizes))).toMatchObject({ format: "avif", width: 4032 });
  expect(readPictureHead(boxes("mif1avif"))).toEqual({ format: "avif", annotated: false });
  expect(readPictureHead(boxes("mif1heix"))?.format).toBe("heic");
});

test("a film is no picture, and neither is a page or nothing", () => {
  expect(readPictureHead(boxes("isommp42"))).toBeUndefined();
  expect(readPictureHead(bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeUndefined();
  expect(readPictureHead(new Uint8Array())).toBeUndefined();
});

test("a PNG says its size, and whether there is more in it than pixels", () => {
  const png = encodePng({ width: 3, height: 2, data: new Uint8Array(24), channels: 4 });
  expect(readPictureHead(png)).toEqual({ format: "png", width: 3, height: 2, annotated: false });
  const noted = Uint8Array.from([...png, ...bytes("\0\0\0\x04eXIfMM\0*")]);
  expect(readPictureHead(noted)?.annotated).toBe(true);
});
