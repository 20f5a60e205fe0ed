import * as fc from "fast-check";
import { encode as encodePng } from "fast-png";
import { encode as encodeJpeg } from "jpeg-js";
import { expect, test } from "vitest";
import { readImageHeader } from "./readImageHeader.ts";

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, "base64"));
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const rgba = (width: number, height: number) => new Uint8Array(width * height * 4);
const png = encodePng({ width: 300, height: 2, data: rgba(300, 2), channels: 4 });
const jpeg = Uint8Array.from(
  encodeJpeg({ width: 300, height: 2, data: Buffer.from(rgba(300, 2)) }, 50).data,
);
const gif = bytes("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
const lossy = bytes("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
const lossless = bytes("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
const extended = bytes(
  "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==",
);

const patched = (file: Uint8Array, at: number, ...values: number[]): Uint8Array => {
  const copy = Uint8Array.from(file);
  copy.set(values, at);
  return copy;
};
/** Creates a JPEG with another segment before the frame, as cameras do. */
const withSegment = (marker: number, body: Uint8Array): Uint8Array => {
  const length = body.length + 2;
  return Uint8Array.from([
    ...jpeg.slice(0, 2),
    0xff,
    0xff,
    marker,
    length >> 8,
    length & 255,
    ...body,
    ...jpeg.slice(2),
  ]);
};

test.each<[string, Uint8Array, string, number, number]>([
  ["a PNG", png, "image/png", 300, 2],
  ["a JPEG", jpeg, "image/jpeg", 300, 2],
  ["a camera's JPEG", withSegment(0xe1, new Uint8Array(5_000).fill(0xff)), "image/jpeg", 300, 2],
  ["a JPEG with a table first", withSegment(0xc4, new Uint8Array(20)), "image/jpeg", 300, 2],
  ["a GIF", patched(gif, 6, 0x2c, 1, 2, 0), "image/gif", 300, 2],
  ["an old GIF", patched(gif, 4, 0x37), "image/gif", 1, 1],
  ["a lossy WebP", patched(lossy, 26, 0x2c, 0x41, 2, 0), "image/webp", 300, 2],
  ["a lossless WebP", patched(lossless, 21, 0x2b, 0x41, 0, 0), "image/webp", 300, 2],
  ["an extended WebP", patched(extended, 24, 0, 0, 1, 1, 0, 0), "image/webp", 65_537, 2],
])("detects %s with its size", (_, file, type, width, height) => {
  expect(readImageHeader(file)).toEqual({ type, width, height });
  // A view into a larger buffer.
  const padded = new Uint8Array(file.length + 9);
  padded.set(file, 9);
  expect(readImageHeader(padded.subarray(9))).toEqual({ type, width, height });
});

test.each<[string, Uint8Array]>([
  ["an empty file", new Uint8Array()],
  ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["a page", text("<!doctype html><title>a</title>")],
  ["text that starts like an image", text("GIF")],
  ["a PDF", text("%PDF-1.7 ")],
  ["a TIFF", Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])],
  ["audio in WebP's container", patched(lossy, 8, ...text("WAVE"))],
  ["a WebP with an unknown chunk", patched(lossy, 12, ...text("VP9 "))],
  ["a truncated PNG", png.slice(0, 20)],
  ["a PNG that doesn't start with its header", patched(png, 12, ...text("IDAT"))],
  ["a PNG with a height of zero", patched(png, 20, 0, 0, 0, 0)],
  ["a JPEG truncated before its frame", jpeg.slice(0, 20)],
  ["a JPEG with image data before a frame", Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 1])],
  [
    "a JPEG with garbage between its segments",
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 1, 1, 1, 1]),
  ],
  ["a JPEG with zero-length segments", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])],
])("rejects %s", (_, file) => {
  expect(readImageHeader(file)).toBeUndefined();
});

test("never throws for any bytes after a signature", () => {
  const start = fc.constantFrom(png, jpeg, gif, lossy, lossless, extended);
  fc.assert(
    fc.property(start, fc.nat(40), fc.uint8Array({ maxLength: 200 }), (file, kept, rest) => {
      const header = readImageHeader(Uint8Array.from([...file.slice(0, kept), ...rest]));
      if (header) expect(header.width * header.height).toBeGreaterThan(0);
    }),
    { numRuns: 3_000 },
  );
});

test("terminates for ten million bytes without a frame", () => {
  const long = new Uint8Array(10_000_000).fill(0xff);
  long.set([0xff, 0xd8], 0);
  expect(readImageHeader(long)).toBeUndefined();
});
