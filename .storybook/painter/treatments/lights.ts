import { hex, smooth } from "../color.ts";
import { blurred, edges, eachPixel, grade } from "./filters.ts";
import type { Treatment } from "./treatment.ts";

export const neon =
  (oneCode: string, twoCode: string, keep: number): Treatment =>
  (canvas, { unit }) => {
    const { width, height, data } = canvas;
    const [one, two] = [hex(oneCode), hex(twoCode)];
    const found = edges(canvas, unit * 0.0028);
    const tube = found.map((edge) => smooth(0.06, 0.3, edge));
    const halo = blurred(tube, width, height, unit * 0.014, 1);
    const wide = blurred(halo, width, height, unit * 0.04, 1);
    eachPixel(canvas, (at, x, y) => {
      const share = smooth(0.1, 0.9, (x / width + y / height) / 2);
      const pixel = at / 3;
      const bright = (tube[pixel] as number) * 0.85;
      const around = Math.min(1, (halo[pixel] as number) * 1.5 + (wide[pixel] as number) * 1.3);
      for (let c = 0; c < 3; c += 1) {
        const color = (one[c] as number) + ((two[c] as number) - (one[c] as number)) * share;
        const ground = (data[at + c] as number) * keep + 0.018 * color;
        const lit = 1 - (1 - ground) * (1 - color * around) * (1 - bright * (0.45 + 0.55 * color));
        data[at + c] = Math.min(1, lit);
      }
    });
  };

export const blooming =
  (amount: number, reach = 0.03): Treatment =>
  (canvas, { unit }) => {
    const { width, height, data } = canvas;
    const bright = data.map((value) => Math.max(0, value - 0.42) * 1.6);
    const glow = blurred(
      blurred(bright, width, height, unit * reach, 3),
      width,
      height,
      unit * reach,
      3,
    );
    for (let at = 0; at < data.length; at += 1) {
      data[at] = 1 - (1 - (data[at] as number)) * (1 - Math.min(1, (glow[at] as number) * amount));
    }
  };

export const streaked =
  (reach: number, upright: boolean): Treatment =>
  (canvas, { unit }) => {
    const { width, height, data } = canvas;
    const r = Math.round(unit * reach);
    const [length, lines, step, across] = upright
      ? [height, width, width * 3, 3]
      : [width, height, 3, width * 3];
    const source = data.slice();
    for (let line = 0; line < lines; line += 1) {
      for (let c = 0; c < 3; c += 1) {
        const at = (index: number): number =>
          line * across + Math.min(length - 1, Math.max(0, index)) * step + c;
        let sum = 0;
        for (let index = -r; index <= r; index += 1) sum += source[at(index)] as number;
        for (let index = 0; index < length; index += 1) {
          const painted = sum / (2 * r + 1);
          const old = source[at(index)] as number;
          data[at(index)] = Math.max(painted, painted * 0.6 + old * 0.4);
          sum += (source[at(index + r + 1)] as number) - (source[at(index - r)] as number);
        }
      }
    }
  };

/** Tilt-shift effect: sharp in one band, blurred above and below it. */
export const tilted: Treatment = (canvas, { unit }) => {
  const { width, height, data } = canvas;
  const soft = blurred(
    blurred(data, width, height, unit * 0.014, 3),
    width,
    height,
    unit * 0.012,
    3,
  );
  grade(canvas, 1.35, 1.08);
  eachPixel(canvas, (at, _x, y) => {
    const out = smooth(0.1, 0.32, Math.abs(y / height - 0.62));
    for (let c = 0; c < 3; c += 1) {
      const old = data[at + c] as number;
      data[at + c] = old + ((soft[at + c] as number) * 1.02 - old) * out;
    }
  });
};

export const scanned =
  (count: number, apart: number): Treatment =>
  (canvas, { unit }) => {
    const { width, height, data } = canvas;
    const source = data.slice();
    const period = Math.max(2, unit / count);
    const shift = Math.round(unit * apart);
    eachPixel(canvas, (at, x, y) => {
      const row = y * width;
      const phase = (y % period) / period;
      const line = 0.72 + 0.28 * smooth(0, 0.35, phase) * smooth(1, 0.65, phase);
      const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1];
      const corner = 1 - smooth(0.75, 1.35, u * u * u * u + v * v * v * v);
      for (let c = 0; c < 3; c += 1) {
        const from = Math.min(width - 1, Math.max(0, x + (c - 1) * shift));
        data[at + c] = (source[(row + from) * 3 + c] as number) * line * 1.12 * corner;
      }
    });
  };

export const glitched =
  (bands: number): Treatment =>
  (canvas, { random, unit }) => {
    const { width, height, data } = canvas;
    for (let band = 0; band < bands; band += 1) {
      const top = Math.floor(random.next() * height);
      const tall = Math.max(1, Math.floor(unit * random.between(0.005, 0.05)));
      const shift = Math.floor(unit * random.between(-0.07, 0.07));
      for (let y = top; y < Math.min(height, top + tall); y += 1) {
        const row = data.slice(y * width * 3, (y + 1) * width * 3);
        for (let x = 0; x < width; x += 1) {
          for (let c = 0; c < 3; c += 1) {
            const from = Math.min(
              width - 1,
              Math.max(0, x + shift + (c - 1) * Math.round(unit * 0.008)),
            );
            data[(y * width + x) * 3 + c] = row[from * 3 + c] as number;
          }
        }
      }
    }
  };
