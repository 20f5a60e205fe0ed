import { readImageHeader } from "../protocol/readImageHeader.ts";
import { createBounded } from "./createBounded.ts";
import { idIn, type Files } from "./createFiles.ts";
import { readDataUrl, type SandboxFile } from "./dataUrl.ts";
import { paintGradient } from "./paintGradient.ts";
import type { Sample, SandboxPaint, SandboxPaintRequest } from "./sandboxPaint.ts";

const maxPainted = 12;

const defaultSide = 1024;
const maxSide = 2048;

export type Images = ReturnType<typeof createImages>;

type Size = Pick<SandboxPaintRequest, "width" | "height">;

function sizeOf({ input }: Sample, startImage: Uint8Array | undefined): Size {
  const size = startImage && readImageHeader(startImage);
  if (size) {
    const scale = Math.min(1, maxSide / size.width, maxSide / size.height);
    const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
    return { width: scaled(size.width), height: scaled(size.height) };
  }
  const side = (value: unknown): number =>
    typeof value === "number" && value > 0 ? Math.ceil(value) : defaultSide;
  return {
    width: side(input["img_width"] ?? input["width"]),
    height: side(input["img_height"] ?? input["height"]),
  };
}

export function createImages(files: Files, custom?: SandboxPaint) {
  const painted = createBounded<Sample, SandboxFile>(maxPainted);

  async function startImageOf({ input }: Sample, now: number): Promise<Uint8Array | undefined> {
    const { image } = input;
    if (typeof image !== "string") return undefined;
    const id = idIn(image);
    const file = id === undefined ? readDataUrl(image) : await read(id, now);
    return file?.bytes;
  }

  async function paint(sample: Sample, now: number): Promise<SandboxFile> {
    let file = painted.get(sample);
    if (!file) {
      const startImage = await startImageOf(sample, now);
      const size = sizeOf(sample, startImage);
      const request = { ...sample, ...size, ...(startImage ? { startImage } : {}) };
      file = await (custom ?? paintGradient)(request);
    }
    // An existing entry is set again, so that it becomes the newest.
    painted.set(sample, file);
    return file;
  }

  async function read(id: string, now: number): Promise<SandboxFile | undefined> {
    const content = files.find(id, now);
    return content && "index" in content ? paint(content, now) : content;
  }

  return {
    paint,
    read,
    /** Returns an image's content type. A custom painter's type is known only after the image is painted. */
    typeOf: async (sample: Sample, now: number): Promise<string> =>
      custom ? (await paint(sample, now)).contentType : "image/png",
  };
}
