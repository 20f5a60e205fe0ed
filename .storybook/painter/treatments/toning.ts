import { hex, mix, type Color } from "../color.ts";
import { box } from "../paths.ts";
import { noise } from "../random.ts";
import { brightnesses, eachPixel, grade } from "./filters.ts";
import type { Treatment } from "./treatment.ts";

/** Saturation, contrast, and brightness. The values 1, 1, and 0 change nothing. */
export const graded =
  (saturation: number, contrast: number, lift = 0): Treatment =>
  (canvas) =>
    grade(canvas, saturation, contrast, lift);

export const tinted =
  (code: string, amount: number): Treatment =>
  ({ data }) => {
    const color = hex(code);
    for (let at = 0; at < data.length; at += 1) {
      const old = data[at] as number;
      const light = color[at % 3] as number;
      const soft = old < 0.5 ? 2 * old * light : 1 - 2 * (1 - old) * (1 - light);
      data[at] = old + (soft - old) * amount;
    }
  };

export const toned =
  (dark: string, middle: string, light: string, amount = 1): Treatment =>
  (canvas) => {
    const [low, mid, high] = [hex(dark), hex(middle), hex(light)];
    const steps: Color[] = Array.from({ length: 256 }, (_, step) =>
      step < 128 ? mix(low, mid, step / 127) : mix(mid, high, (step - 128) / 127),
    );
    const brightness = brightnesses(canvas);
    eachPixel(canvas, (at) => {
      const color = steps[
        Math.min(255, Math.max(0, Math.round((brightness[at / 3] as number) * 255)))
      ] as Color;
      for (let c = 0; c < 3; c += 1) {
        const old = canvas.data[at + c] as number;
        canvas.data[at + c] = old + ((color[c] as number) - old) * amount;
      }
    });
  };

/** Posterizes by brightness, because posterizing each channel alone would turn colors gray. */
export const posterized =
  (levels: number): Treatment =>
  (canvas) => {
    const { data } = canvas;
    const brightness = brightnesses(canvas);
    eachPixel(canvas, (at) => {
      const light = brightness[at / 3] as number;
      const step = (Math.round(light * levels - 0.25) + 0.25) / levels;
      const scale = Math.max(0.12 / levels, step) / Math.max(0.02, light);
      for (let c = 0; c < 3; c += 1) {
        const chroma = Math.round((data[at + c] as number) * levels * 2.5) / (levels * 2.5);
        data[at + c] = Math.min(1, (chroma * 0.5 + (data[at + c] as number) * 0.5) * scale);
      }
    });
  };

export const grainy =
  (amount: number): Treatment =>
  (canvas, { seed, unit }) => {
    const scale = 640 / unit;
    eachPixel(canvas, (at, x, y) => {
      const speck = (noise(x * scale, y * scale, seed) - 0.5) * amount;
      for (let c = 0; c < 3; c += 1) canvas.data[at + c] = (canvas.data[at + c] as number) + speck;
    });
  };

/** Vignette that darkens the corners. */
export const vignette =
  (amount: number): Treatment =>
  (canvas) => {
    const { data, width, height } = canvas;
    eachPixel(canvas, (at, x, y) => {
      const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1];
      const far = Math.max(0, u * u + v * v - 0.35);
      const light = 1 - amount * Math.min(1, far * 0.75);
      for (let c = 0; c < 3; c += 1) data[at + c] = (data[at + c] as number) * light;
    });
  };

/** Letterbox: black bars above and below. */
export const barred =
  (share: number): Treatment =>
  (canvas) => {
    const { width, height } = canvas;
    canvas.paint(box(0, 0, width, height * share), [0, 0, 0]);
    canvas.paint(box(0, height * (1 - share), width, height * share), [0, 0, 0]);
  };
