import { deflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { readImageText } from "../imageText.ts";
import { maxChunks } from "./chunks.ts";
import { readExif } from "./exifText.ts";
import { joinBytes, latin1Bytes, viewOf, type Bytes } from "./joinBytes.ts";
import { maxTextBytes } from "./metadataFormat.ts";
import { inflate } from "./textBudget.ts";
import { readXmp } from "./xmpText.ts";

const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));
const recipe = "a fox, 提灯\nSteps: 24, Seed: 5, Sampler: Euler a";

function pngChunk(type: string, data: Bytes): Bytes {
  const chunk = joinBytes(new Uint8Array(4), latin1Bytes(type), data, new Uint8Array(4));
  viewOf(chunk).setUint32(0, data.length);
  return chunk;
}
const png = (...chunks: readonly Bytes[]) =>
  new Blob([
    joinBytes(
      latin1Bytes("\u0089PNG\r\n\u001A\n"),
      pngChunk("IHDR", new Uint8Array(13)),
      ...chunks,
      pngChunk("IEND", new Uint8Array(0)),
    ),
  ]);
const textChunk = (key: string, text: Bytes) =>
  pngChunk("tEXt", joinBytes(latin1Bytes(`${key}\0`), text));
const packedChunk = (key: string, text: Bytes) =>
  pngChunk("zTXt", joinBytes(latin1Bytes(`${key}\0\0`), new Uint8Array(deflateSync(text))));

interface ExifEntry {
  readonly tag: number;
  readonly type?: number;
  readonly data: Bytes;
  /** List (IFD) that contains the entry: the first, its successor, or one that a tag in the first points to. */
  readonly list?: "first" | "second" | "exif" | "gps";
}

/** Creates an EXIF block with one entry in one of its lists. */
function exif({ tag, type = 7, data, list = "exif" }: ExifEntry, isLittle = true): Bytes {
  const block = new Uint8Array(64);
  const view = viewOf(block);
  const entry = (at: number, ...[name, kind, count, value]: [number, number, number, number]) => {
    view.setUint16(at, name, isLittle);
    view.setUint16(at + 2, kind, isLittle);
    view.setUint32(at + 4, count, isLittle);
    view.setUint32(at + 8, value, isLittle);
  };
  const value = { 2: 1, 3: 2, 7: 1, 1: 1 }[type] ?? 1;
  const put = (at: number) => {
    entry(at, tag, type, data.length / value, 64);
    if (data.length <= 4) block.set(data, at + 8);
  };
  block.set(latin1Bytes(isLittle ? "II*\0" : "MM\0*"));
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 1, isLittle);
  if (list === "first") put(10);
  else if (list === "second") view.setUint32(22, 30, isLittle);
  else entry(10, list === "exif" ? 0x8769 : 0x8825, 4, 1, 30);
  if (list === "second") entry(10, 0x0112, 3, 1, 1);
  view.setUint16(30, 1, isLittle);
  if (list !== "first") put(32);
  return joinBytes(block, data);
}
const jpegOf = (block: Bytes) => {
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 0);
  viewOf(head).setUint16(4, block.length + 8);
  return new Blob([joinBytes(head, latin1Bytes("Exif\0\0"), block)]);
};
const budget = () => ({ left: maxTextBytes });

test.each(["parameters", "prompt", "Comment", "Description", "invokeai_metadata", "sd-metadata"])(
  "reads a PNG's %s text, compressed or not",
  async (key) => {
    expect(await readImageText(png(textChunk(key, utf8(recipe))))).toEqual([recipe]);
    expect(await readImageText(png(packedChunk(key, utf8(recipe))))).toEqual([recipe]);
    const flags = latin1Bytes(`${key}\0\u0001\0de\0Schlüssel\0`);
    const packed = pngChunk("iTXt", joinBytes(flags, new Uint8Array(deflateSync(utf8(recipe)))));
    expect(await readImageText(png(packed))).toEqual([recipe]);
  },
);

test("reads a PNG's texts and EXIF once each, most likely recipe first", async () => {
  const comment = exif({ tag: 0x9286, data: utf8(`ASCII\0\0\0${recipe}`) });
  const file = png(
    textChunk("Description", utf8("a fox")),
    textChunk("Software", utf8("x")),
    pngChunk("eXIf", comment),
    textChunk("parameters", utf8("first")),
    textChunk("Description", utf8("first")),
  );
  expect(await readImageText(file)).toEqual(["first", "a fox", recipe]);
});

test.each(["first", "second", "exif", "gps"] as const)("reads a comment in the %s list", (list) => {
  for (const isLittle of [true, false]) {
    const entry = { tag: 0x9286, data: utf8(recipe), list };
    expect(readExif(exif(entry, isLittle), budget())).toEqual([recipe]);
  }
});

test.each([
  ["with an encoding prefix", 7, utf8(`ASCII\0\0\0${recipe}`), recipe],
  ["with an empty prefix", 7, utf8(`\0\0\0\0\0\0\0\0${recipe}`), recipe],
  ["stored as bytes", 1, utf8(recipe), recipe],
  ["stored as ASCII", 2, utf8(recipe), recipe],
  ["stored as 16-bit numbers", 3, new Uint8Array(Buffer.from(recipe, "utf16le")), recipe],
  ["that fits in its entry", 2, utf8("abc"), "abc"],
  ["whose start resembles a prefix", 7, utf8("Unicode foxes"), "Unicode foxes"],
  ["in Japanese", 7, joinBytes(utf8("JIS\0\0\0\0\0"), latin1Bytes("\u001B$BDs\u001B(B")), "提"],
])("reads a comment %s", (_, type, data, text) => {
  expect(readExif(exif({ tag: 0x9286, type, data }), budget())).toEqual([text]);
});

test("reads recipes from other tags, but not camera names", () => {
  const read = (tag: number, data: Bytes) => readExif(exif({ tag, data, list: "first" }), budget());
  expect(read(0x010e, utf8(recipe))).toEqual([recipe]);
  expect(read(0x9c9c, new Uint8Array(Buffer.from(recipe, "utf16le")))).toEqual([recipe]);
  expect(read(0x0110, utf8('prompt:{"3":{}}'))).toEqual(['{"3":{}}']);
  expect(read(0x0110, utf8("EOS 5D"))).toEqual([]);
});

test("reads a list that points to itself once", () => {
  const block = exif({ tag: 0x9286, data: utf8(recipe), list: "second" });
  viewOf(block).setUint32(44, 8, true);
  expect(readExif(block, budget())).toEqual([recipe]);
});

test("reads a JPEG and a PNG truncated after the text", async () => {
  expect(await readImageText(jpegOf(exif({ tag: 0x9286, data: utf8(recipe) })))).toEqual([recipe]);
  const whole = png(textChunk("parameters", utf8(recipe)));
  expect(await readImageText(whole.slice(0, whole.size - 12))).toEqual([recipe]);
});

test("reads XMP in every format", async () => {
  const xmp = "<x:xmpmeta><exif:UserComment>a &lt;fox&gt;</exif:UserComment></x:xmpmeta>";
  const segment = joinBytes(latin1Bytes("http://ns.adobe.com/xap/1.0/\0"), utf8(xmp));
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, segment.length + 2);
  const chunk = joinBytes(latin1Bytes("RIFF\0\0\0\0WEBPXMP "), new Uint8Array(4), utf8(xmp));
  viewOf(chunk).setUint32(16, xmp.length, true);
  const international = latin1Bytes("XML:com.adobe.xmp\0\0\0\0\0");
  for (const file of [
    new Blob([head, segment]),
    new Blob([chunk]),
    png(pngChunk("iTXt", joinBytes(international, utf8(xmp)))),
  ]) {
    expect(await readImageText(file)).toEqual(["a <fox>"]);
  }
});

test("reads XMP properties from elements, language lists, and attributes", () => {
  const list = `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">a &amp; b&#10;&#x63;</rdf:li><rdf:li>z</rdf:li></rdf:Alt></dc:description>`;
  expect(readXmp(list)).toEqual(["a & b\nc"]);
  expect(readXmp('<rdf:Description dc:description="a fox"/>')).toEqual(["a fox"]);
  expect(readXmp("<dc:description")).toEqual([]);
  const drawThings = `<xmp:CreatorTool>Draw Things</xmp:CreatorTool><dc:description>a - b\n-dim\nSteps: 20</dc:description>`;
  expect(readXmp(drawThings)).toEqual(["a - b\nNegative prompt: dim\nSteps: 20"]);
});

test("decompresses at most two megabytes of a file's texts", async () => {
  const third = utf8("x".repeat(maxTextBytes / 3 + 1));
  const texts = await readImageText(
    png(
      packedChunk("parameters", third),
      packedChunk("prompt", joinBytes(third, utf8("y"))),
      packedChunk("Comment", joinBytes(third, utf8("z"))),
    ),
  );
  expect(texts.map((text) => text.at(-1))).toEqual(["x", "y"]);
});

test("reads the texts after one that is too long", async () => {
  const long = textChunk("parameters", utf8("x".repeat(maxTextBytes + 1)));
  const block = exif({ tag: 0x9286, data: utf8(recipe) });
  for (const next of [
    textChunk("parameters", utf8(recipe)),
    packedChunk("prompt", utf8(recipe)),
    pngChunk("eXIf", block),
  ]) {
    expect(await readImageText(png(long, next))).toEqual([recipe]);
  }
});

test("decompresses about sixty texts per file, including damaged ones", async () => {
  const broken = pngChunk("zTXt", latin1Bytes("parameters\0\0broken"));
  const start = vi.fn<() => void>();
  const Real = DecompressionStream;
  vi.stubGlobal(
    "DecompressionStream",
    class extends Real {
      constructor(format: CompressionFormat) {
        super(format);
        start();
      }
    },
  );
  await readImageText(png(...Array.from({ length: 500 }, () => broken)));
  vi.unstubAllGlobals();
  expect(start.mock.calls.length).toBeGreaterThan(40);
  expect(start.mock.calls.length).toBeLessThan(64);
});

test.each([
  ["a PNG", latin1Bytes("\u0089PNG\r\n\u001A\n"), latin1Bytes("\0\0\0\0none\0\0\0\0")],
  ["a JPEG", Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xe2, 0, 2)],
  ["a WebP", latin1Bytes("RIFF\0\0\0\0WEBP"), latin1Bytes("none\0\0\0\0")],
])("reads only part of %s with a hundred thousand tiny chunks", async (_, head, chunk) => {
  const file = joinBytes(head, ...Array.from({ length: 100_000 }, () => chunk));
  const cut = vi.spyOn(Uint8Array.prototype, "subarray");
  await readImageText(new Blob([file]));
  const cuts = cut.mock.calls.length;
  cut.mockRestore();
  expect(cuts).toBeLessThan(maxChunks * 3);
});

test("stops decompressing at the limit", async () => {
  const bomb = new Uint8Array(deflateSync(new Uint8Array(50_000_000)));
  const read = vi.spyOn(ReadableStreamDefaultReader.prototype, "read");
  const left = { left: maxTextBytes };
  const end = await inflate(bomb, left).then(
    ({ length }) => length,
    () => "stopped",
  );
  const parts = await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown>));
  read.mockRestore();
  expect(end).toBe("stopped");
  const lengths = parts.map((part) => (part as { value?: Bytes }).value?.length ?? 0);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(maxTextBytes * 1.2);
});

test("counts a long text each time that an entry refers to it", () => {
  const entries = 900;
  const long = 100_000;
  const block = new Uint8Array(14 + entries * 12 + long).fill(0x61);
  const view = viewOf(block);
  block.set(latin1Bytes("II*\0"));
  view.setUint32(4, 8, true);
  view.setUint16(8, entries, true);
  for (let index = 0; index < entries; index += 1) {
    const at = 10 + index * 12;
    view.setUint16(at, 0x9286, true);
    view.setUint16(at + 2, 2, true);
    view.setUint32(at + 4, long, true);
    view.setUint32(at + 8, 14 + entries * 12, true);
  }
  const texts = readExif(block, budget());
  expect(texts).toHaveLength(maxTextBytes / long);
});

test("follows a chain of at most sixteen lists", () => {
  const lists = 100;
  const block = new Uint8Array(8 + lists * 18);
  const view = viewOf(block);
  block.set(latin1Bytes("II*\0"));
  view.setUint32(4, 8, true);
  for (let at = 8; at < block.length; at += 18) {
    view.setUint16(at, 1, true);
    view.setUint16(at + 2, 0x9286, true);
    view.setUint16(at + 4, 2, true);
    view.setUint32(at + 6, 1, true);
    view.setUint8(at + 10, 0x61);
    view.setUint32(at + 14, at + 18, true);
  }
  expect(readExif(block, budget())).toHaveLength(16);
});
