import { decode } from "fast-png";
import { expect, test } from "vitest";
import { sdxlImg2img } from "../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { paintGradient } from "./paintGradient.ts";
import type { SandboxPaintRequest } from "./sandboxPaint.ts";

const request: SandboxPaintRequest = {
  model: sdxlTorch,
  input: { prompt: "a red fox" },
  index: 0,
  seed: 7,
  width: 40,
  height: 30,
};

async function paint(change: Partial<SandboxPaintRequest> = {}) {
  const { bytes, contentType } = await paintGradient({ ...request, ...change });
  expect(contentType).toBe("image/png");
  return decode(bytes, { checkCrc: true });
}

test.each([
  [40, 30],
  [1, 1],
  [3, 200],
  [1024, 512],
])("paints %d × %d pixels", async (width, height) => {
  const png = await paint({ width, height });
  expect(png).toMatchObject({ width, height, channels: 3, depth: 8 });
  expect(png.data).toHaveLength(width * height * 3);
});

test("paints identical images only for identical requests", async () => {
  const changes: Partial<SandboxPaintRequest>[] = [
    {},
    { seed: 8 },
    { model: sdxlImg2img },
    { input: { prompt: "a blue fox" } },
    { input: { prompt: "a red fox", style: "anime" } },
    { input: { prompt: "a red fox", negative_prompt: "blurry" } },
    { startImage: new Uint8Array([1]) },
    { startImage: new Uint8Array([2]) },
    { startImage: new Uint8Array([2]), input: { prompt: "a red fox", strength: 0.5 } },
  ];
  const images = await Promise.all(
    changes.map(async (change) => String((await paint(change)).data)),
  );
  expect(new Set(images).size).toBe(changes.length);
  expect(String((await paint()).data)).toBe(images[0]);
});

test("paints a gradient behind a label", async () => {
  const { data } = await paint({ width: 192, height: 192 });
  const at = (x: number, y: number) =>
    Array.from(data.slice((y * 192 + x) * 3, (y * 192 + x) * 3 + 3));
  expect(at(3, 2)).toEqual([255, 255, 255]);
  expect(at(0, 0)).not.toEqual(at(191, 191));
  expect(new Set(data).size).toBeGreaterThan(60);
});
