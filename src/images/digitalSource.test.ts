import { decode as decodePng, encode as encodePng } from "fast-png";
import { decode as decodeJpeg, encode as encodeJpeg } from "jpeg-js";
import { expect, test } from "vitest";
import { readDigitalSourceType, writeDigitalSourceType } from "./digitalSource.ts";
import { readImageText, writeImageText } from "./imageText.ts";

const [width, height] = [3, 2];
const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
  at % 4 === 3 ? 255 : at * 10,
);
const webpOf = (text: string) =>
  new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], { type: "image/webp" });
const images = {
  png: new Blob([encodePng({ width, height, data: pixels, channels: 4 }).slice()], {
    type: "image/png",
  }),
  jpeg: new Blob(
    [new Uint8Array(encodeJpeg({ width, height, data: Buffer.from(pixels) }, 90).data)],
    { type: "image/jpeg" },
  ),
  lossy: webpOf("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA="),
  lossless: webpOf("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="),
};
const names = Object.keys(images) as (keyof typeof images)[];
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
const recipe = "a red fox, 狐\nSteps: 25, Seed: 468685";

test.each(names)(
  "writes the source type to a %s beside the recipe, in either order",
  async (name) => {
    const image = images[name];
    expect(await readDigitalSourceType(image)).toBeUndefined();
    const typeFirst = await writeImageText(
      await writeDigitalSourceType(image, "trainedAlgorithmicMedia"),
      recipe,
    );
    const recipeFirst = await writeDigitalSourceType(
      await writeImageText(image, recipe),
      "trainedAlgorithmicMedia",
    );
    for (const written of [typeFirst, recipeFirst]) {
      expect(written.type).toBe(image.type);
      expect(await readDigitalSourceType(written)).toBe(uri);
      expect(await readImageText(written)).toEqual([recipe]);
    }
  },
);

test.each(names)("keeps the source type that a %s already has", async (name) => {
  const composite = await writeDigitalSourceType(
    images[name],
    "compositeWithTrainedAlgorithmicMedia",
  );
  expect(await writeDigitalSourceType(composite, "trainedAlgorithmicMedia")).toBe(composite);
  expect(await readDigitalSourceType(composite)).toMatch(/\/compositeWithTrainedAlgorithmicMedia$/);
});

test("keeps the pixels unchanged", async () => {
  const { png, jpeg } = images;
  const write = async (image: Blob) =>
    bytesOf(await writeDigitalSourceType(image, "trainedAlgorithmicMedia"));
  expect(decodePng(await write(png), { checkCrc: true }).data).toEqual(
    decodePng(await bytesOf(png)).data,
  );
  expect(decodeJpeg(await write(jpeg)).data).toEqual(decodeJpeg(await bytesOf(jpeg)).data);
});

const xmpPrefix = "http://ns.adobe.com/xap/1.0/\0";

/** Creates a JPEG with an XMP packet, as programs write it after the JFIF header. */
async function jpegWithXmp(xmp: string): Promise<Blob> {
  const bytes = await bytesOf(images.jpeg);
  const data = new TextEncoder().encode(xmpPrefix + xmp);
  const head = Uint8Array.of(0xff, 0xe1, (data.length + 2) >> 8, (data.length + 2) & 0xff);
  return new Blob([bytes.slice(0, 20), head, data, bytes.slice(20)], { type: "image/jpeg" });
}

test("adds the source type to the XMP of another program, and keeps the rest", async () => {
  const other = `<x:xmpmeta><rdf:RDF><rdf:Description dc:description="a fox"/></rdf:RDF></x:xmpmeta>`;
  const written = await writeDigitalSourceType(await jpegWithXmp(other), "trainedAlgorithmicMedia");
  expect(await readDigitalSourceType(written)).toBe(uri);
  expect(await readImageText(written)).toEqual(["a fox"]);
});

test("reads a source type that another program wrote as an attribute or a resource", async () => {
  const wrap = (inside: string) =>
    `<rdf:RDF><rdf:Description ${inside}</rdf:Description></rdf:RDF>`;
  for (const inside of [
    `Iptc4xmpExt:DigitalSourceType="${uri}">`,
    `rdf:about=""><Iptc4xmpExt:DigitalSourceType rdf:resource="${uri}"/>`,
  ]) {
    expect(await readDigitalSourceType(await jpegWithXmp(wrap(inside)))).toBe(uri);
  }
});

test("returns a file unchanged if it can't store a source type", async () => {
  const broken = await jpegWithXmp("not XML");
  for (const file of [new Blob(["GIF89a"]), new Blob([]), broken]) {
    expect(await writeDigitalSourceType(file, "trainedAlgorithmicMedia")).toBe(file);
    expect(await readDigitalSourceType(file)).toBeUndefined();
  }
});
