import { convertIndexedToRgb, decode as decodePng, hasPngSignature } from "fast-png";
import { decode as decodeJpeg } from "jpeg-js";
import { createCanvas, type Canvas } from "./createCanvas.ts";

/** Longest side of an image to decode, in pixels. Larger images would exhaust memory. */
const longestSide = 6000;
const longestResult = 2048;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
  readonly full: number;
}

function readPng(bytes: Uint8Array): Pixels | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (Math.max(view.getUint32(16), view.getUint32(20)) > longestSide) return undefined;
  const png = decodePng(bytes);
  const [first] = png.palette ?? [];
  if (first) return { ...png, data: convertIndexedToRgb(png), channels: first.length, full: 255 };
  // Packed grays of less than a byte per pixel aren't supported.
  if (png.depth < 8) return undefined;
  return { ...png, full: png.depth === 16 ? 65_535 : 255 };
}

function readPixels(bytes: Uint8Array): Pixels | undefined {
  try {
    if (hasPngSignature(bytes)) return readPng(bytes);
    const limits = {
      maxResolutionInMP: (longestSide * longestSide) / 1e6,
      maxMemoryUsageInMB: 512,
    };
    return { ...decodeJpeg(bytes, { useTArray: true, ...limits }), channels: 4, full: 255 };
  } catch {
    return undefined;
  }
}

/** Decodes a PNG or JPEG file. Returns undefined for other, broken, and huge files. */
export function decodeImage(bytes: Uint8Array): Canvas | undefined {
  const pixels = readPixels(bytes);
  if (!pixels) return undefined;
  const { data, channels, full } = pixels;
  const scale = Math.max(1, pixels.width / longestResult, pixels.height / longestResult);
  const canvas = createCanvas(
    Math.max(1, Math.round(pixels.width / scale)),
    Math.max(1, Math.round(pixels.height / scale)),
  );
  const { width, height } = canvas;
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(pixels.height - 1, Math.floor((y + 0.5) * scale)) * pixels.width;
    for (let x = 0; x < width; x += 1) {
      const from = (row + Math.min(pixels.width - 1, Math.floor((x + 0.5) * scale))) * channels;
      const clear = channels % 2 === 0 ? (data[from + channels - 1] as number) / full : 1;
      for (let c = 0; c < 3; c += 1) {
        const value = (data[from + (channels < 3 ? 0 : c)] as number) / full;
        // Composites transparency on white.
        canvas.data[(y * width + x) * 3 + c] = value * clear + 1 - clear;
      }
    }
  }
  return canvas;
}
