import * as fc from "fast-check";
import { decode as decodePng, encode as encodePng } from "fast-png";
import { decode as decodeJpeg, encode as encodeJpeg } from "jpeg-js";
import { expect, test } from "vitest";
import { readImageText, writeImageText } from "./imageText.ts";

const [width, height] = [3, 2];
const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
  at % 4 === 3 ? 255 : at * 10,
);
const blobOf = (bytes: Uint8Array, type: string) => new Blob([bytes.slice()], { type });
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

const png = blobOf(encodePng({ width, height, data: pixels, channels: 4 }), "image/png");
const jpeg = blobOf(
  encodeJpeg({ width, height, data: Buffer.from(pixels) }, 90).data,
  "image/jpeg",
);
const lossy = blobOf(
  fromBase64("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA="),
  "image/webp",
);
const lossless = blobOf(
  fromBase64("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="),
  "image/webp",
);
const images = { png, jpeg, lossy, lossless };
const names = Object.keys(images) as (keyof typeof images)[];

const recipe = `a red fox, 狐 🦊 «renard»
Negative prompt: blurry
Steps: 25, Seed: 468685, Model: sdxl-torch`;

test.each(names)("reads back the text written to a %s", async (name) => {
  const written = await writeImageText(images[name], recipe);
  expect(written.type).toBe(images[name].type);
  expect(await readImageText(written)).toEqual([recipe]);
});

test.each(names)("replaces the recipe in a %s", async (name) => {
  const once = await writeImageText(images[name], recipe);
  const twice = await writeImageText(once, "another");
  expect(await readImageText(twice)).toEqual(["another"]);
  expect((await writeImageText(twice, recipe)).size).toBe(once.size);
});

test("preserves any text", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...names), async (any, name) => {
      const plain = any.replaceAll("\0", "").trim();
      const read = await readImageText(await writeImageText(images[name], plain));
      expect(read).toEqual(plain === "" ? [] : [plain]);
    }),
    { numRuns: 200 },
  );
});

test("keeps the pixels unchanged", async () => {
  const writtenPng = decodePng(await bytesOf(await writeImageText(png, recipe)), {
    checkCrc: true,
  });
  expect(writtenPng.data).toEqual(decodePng(await bytesOf(png)).data);
  const writtenJpeg = decodeJpeg(await bytesOf(await writeImageText(jpeg, recipe)));
  expect(writtenJpeg.data).toEqual(decodeJpeg(await bytesOf(jpeg)).data);
});

test("writes a PNG's recipe where other programs read it", async () => {
  const written = decodePng(await bytesOf(await writeImageText(png, "Steps: 25")));
  expect(written.text).toEqual({ parameters: "Steps: 25" });
});

test("writes a WebP header with the size and the metadata flag", async () => {
  const bytes = await bytesOf(await writeImageText(lossless, recipe));
  const view = new DataView(bytes.buffer);
  expect(new TextDecoder().decode(bytes.subarray(12, 16))).toBe("VP8X");
  expect(view.getUint8(20) & 0x08).toBe(0x08);
  expect([view.getUint16(24, true), view.getUint16(27, true)]).toEqual([0, 0]);
  expect(view.getUint32(4, true)).toBe(bytes.length - 8);
});

/** Creates a camera's JPEG: little-endian EXIF with an orientation and a comment. */
async function fromCamera(comment = "ASCII\0\0\0Screenshot"): Promise<Blob> {
  const exif = new DataView(new ArrayBuffer(6 + 56 + comment.length));
  const bytes = new Uint8Array(exif.buffer);
  const put = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  put(0, "Exif\0\0II*\0");
  exif.setUint32(10, 8, true);
  exif.setUint16(14, 2, true);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    exif.setUint16(at, tag, true);
    exif.setUint16(at + 2, type, true);
    exif.setUint32(at + 4, count, true);
    exif.setUint32(at + 8, value, true);
  };
  entry(16, 0x0112, 3, 1, 6);
  entry(28, 0x8769, 4, 1, 38);
  exif.setUint16(44, 1, true);
  entry(46, 0x9286, 7, comment.length, 56);
  put(62, comment);
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, bytes.length + 2);
  return new Blob([head, bytes, (await bytesOf(jpeg)).slice(2)], { type: "image/jpeg" });
}

test("keeps a camera's metadata when adding a recipe", async () => {
  const camera = await fromCamera();
  expect(await readImageText(camera)).toEqual(["Screenshot"]);
  const written = await writeImageText(camera, recipe);
  expect(await readImageText(written)).toEqual(["Screenshot", recipe]);
  expect((await bytesOf(written)).slice(0, 80)).toEqual((await bytesOf(camera)).slice(0, 80));
});

test.each(["S\0t\0e\0p\0s\0", "\0S\0t\0e\0p\0s"])(
  "reads UTF-16 in both byte orders after a little-endian header",
  async (wide) => {
    expect(await readImageText(await fromCamera(`UNICODE\0${wide}`))).toEqual(["Steps"]);
  },
);

test("returns a file unchanged if it can't store a recipe", async () => {
  for (const other of [new Blob(["GIF89a"]), new Blob([]), new Blob(["hello"])]) {
    expect(await writeImageText(other, recipe)).toBe(other);
    expect(await readImageText(other)).toEqual([]);
  }
  const tooLong = "x".repeat(70_000);
  expect(await writeImageText(jpeg, tooLong)).toBe(jpeg);
});

test("never throws on a damaged file", async () => {
  const files = await Promise.all(
    names.map(async (name) => bytesOf(await writeImageText(images[name], recipe))),
  );
  const changes = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, fc.nat(400), async (file, all, cut) => {
      const broken = file.slice(0, file.length - Math.min(cut, file.length));
      for (const [at, byte] of all) if (at < broken.length) broken[at] = byte;
      const blob = new Blob([broken]);
      expect(Array.isArray(await readImageText(blob))).toBe(true);
      expect(await writeImageText(blob, "x")).toBeInstanceOf(Blob);
    }),
    { numRuns: 500 },
  );
});
