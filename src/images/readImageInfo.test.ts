import { encode as encodePng } from "fast-png";
import { encode as encodeJpeg } from "jpeg-js";
import { expect, test, vi } from "vitest";
import { readFileInfo, readImageInfo } from "./readImageInfo.ts";

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

/** Creates a container with a major brand, compatible brands, and image sizes. */
const boxes = (brands: string, sizes: readonly (readonly [string, string])[] = []) =>
  bytes(
    `\0\0\0\x20ftyp${brands.slice(0, 4)}\0\0\0\0${brands.slice(4)}` +
      `\0\0\0\x10meta${sizes.map(([w, h]) => `\0\0\0\x14ispe\0\0\0\0${w}${h}`).join("")}`,
  );

test("distinguishes AVIF from HEIC by brand, and uses the largest image's size", () => {
  const sizes = [
    ["\0\0\x01\x40", "\0\0\0\xf0"],
    ["\0\0\x0f\xc0", "\0\0\x0b\xd0"],
  ] as const;
  expect(readImageInfo(boxes("heicmif1heic", sizes))).toEqual({
    format: "heic",
    width: 4032,
    height: 3024,
    annotated: false,
  });
  expect(readImageInfo(boxes("avifmif1", sizes))).toMatchObject({ format: "avif", width: 4032 });
  expect(readImageInfo(boxes("mif1avif"))).toEqual({ format: "avif", annotated: false });
  expect(readImageInfo(boxes("mif1heix"))?.format).toBe("heic");
});

test("rejects videos, HTML pages, and empty files", () => {
  expect(readImageInfo(boxes("isommp42"))).toBeUndefined();
  expect(readImageInfo(bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeUndefined();
  expect(readImageInfo(new Uint8Array())).toBeUndefined();
});

test("reads a PNG's size and whether it has metadata", () => {
  const png = encodePng({ width: 3, height: 2, data: new Uint8Array(24), channels: 4 });
  expect(readImageInfo(png)).toEqual({ format: "png", width: 3, height: 2, annotated: false });
  const noted = Uint8Array.from([...png, ...bytes("\0\0\0\x04eXIfMM\0*")]);
  expect(readImageInfo(noted)?.annotated).toBe(true);
});

const jpeg = new Uint8Array(
  encodeJpeg({ width: 9, height: 6, data: Buffer.alloc(9 * 6 * 4) }, 90).data,
);

/** Creates a JPEG with full metadata segments before its frame. */
function withMetadata(segments: number): Blob {
  const segment = new Uint8Array(2 + 0xffff).fill(0x20);
  segment.set([0xff, 0xe1, 0xff, 0xff]);
  return new Blob([
    jpeg.subarray(0, 2),
    ...Array.from({ length: segments }, () => segment),
    jpeg.subarray(2),
  ]);
}

test("finds a JPEG's frame after megabytes of metadata, and reads no more than necessary", async () => {
  const slice = vi.spyOn(Blob.prototype, "slice");
  const lengthsOf = async (file: Blob) => {
    slice.mockClear();
    const head = await readFileInfo(file);
    return [head?.width, ...slice.mock.calls.map(([, end]) => end)];
  };
  const mega = 1_048_576;
  expect(await lengthsOf(new Blob([jpeg]))).toEqual([9, mega]);
  expect(await lengthsOf(withMetadata(17))).toEqual([9, mega, 4 * mega]);
  expect(await lengthsOf(withMetadata(100))).toEqual([9, mega, 4 * mega, 16 * mega]);
  expect(await lengthsOf(withMetadata(600))).toEqual([
    undefined,
    mega,
    4 * mega,
    16 * mega,
    32 * mega,
  ]);
  expect(await lengthsOf(new Blob([new Uint8Array(3 * mega)]))).toEqual([undefined, mega]);
  slice.mockRestore();
});

const withText = (file: Uint8Array, text: string) =>
  readImageInfo(Uint8Array.from([...file, ...bytes(text)]))?.annotated;
const plainPng = encodePng({ width: 3, height: 2, data: new Uint8Array(24), channels: 4 });

test.each([
  ["an animated PNG", plainPng, "\0\0\0\x08acTL", true],
  ["an animated WebP", bytes("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02\0\0\0\0\0\0\0\0\0"), "ANIM", true],
  ["a wide-gamut profile", plainPng, "\0\0\0\x08iCCPDisplay P3\0", true],
  ["a numeric wide-gamut profile", plainPng, "\0\0\0\x04cICP\x0c\x0d\0\x01", true],
  ["an sRGB profile", plainPng, "\0\0\0\x08iCCPsRGB IEC61966-2.1\0", false],
  ["an sRGB profile in a JPEG", jpeg, "ICC_PROFILE\0\x01\x01desc s\0R\0G\0B\0", false],
  ["a wide-gamut profile in a JPEG", jpeg, "ICC_PROFILE\0\x01\x01desc Adobe RGB", true],
  ["a plain JPEG", jpeg, "", false],
])("detects files that aren't plain sRGB still images: %s", (_, file, text, annotated) => {
  expect(withText(file, text)).toBe(annotated);
});

test("searches a JPEG full of frames without listing them", () => {
  const frames = bytes("\u00FF\u00C0\0\u0011abcde\u0003".repeat(1_000));
  const list = vi.spyOn(String.prototype, "matchAll");
  expect(readImageInfo(Uint8Array.from([...jpeg, ...frames]))?.annotated).toBe(false);
  expect(list).not.toHaveBeenCalled();
  list.mockRestore();
});

test("detects a CMYK JPEG by its four channels", () => {
  const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
  const channels = [1, 2, 3, 4].map((id) => String.fromCharCode(id, 0x11, 0)).join("");
  const header = bytes(`\u00FF\u00C0\0\u0014\u0008\0\u0006\0\u0009\u0004${channels}\u00FF\u00DA`);
  const cmyk = Uint8Array.from([...jpeg.subarray(0, frame), ...header]);
  expect(readImageInfo(cmyk)).toMatchObject({ width: 9, height: 6, annotated: true });
});
