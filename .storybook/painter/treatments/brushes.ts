import { hex, mix, smooth, type Color } from "../color.ts";
import { stroke } from "../paths.ts";
import { layeredNoise, noise } from "../random.ts";
import { cosine, sine } from "../turns.ts";
import { average, blurred, brightnesses, edges, eachPixel } from "./filters.ts";
import type { Treatment } from "./treatment.ts";

/** Watercolor: paint that bleeds, gathers at edges, and shows the paper. */
export const watercolored =
  (wet: number, paperCode: string): Treatment =>
  (canvas, { seed, unit }) => {
    const { width, height, data } = canvas;
    const paper = hex(paperCode);
    const soft = blurred(data, width, height, unit * 0.008 * wet, 3);
    const wide = blurred(data, width, height, unit * 0.03 * wet, 3);
    const found = edges(canvas, unit * 0.004);
    eachPixel(canvas, (at, x, y) => {
      const [u, v] = [x / unit, y / unit];
      const pool = layeredNoise(u * 5, v * 5, seed + 3, 4);
      const fibre = noise(u * 210, v * 210, seed + 8) - 0.5;
      const run = smooth(0.35, 0.7, pool);
      const dry = smooth(
        0.0,
        0.09,
        Math.min(u, v, width / unit - u, height / unit - v) + (pool - 0.5) * 0.08,
      );
      const line = Math.min(1, (found[at / 3] as number) * 1.1);
      for (let c = 0; c < 3; c += 1) {
        const color =
          (soft[at + c] as number) * (1 - run * 0.55) + (wide[at + c] as number) * run * 0.55;
        const stepped = Math.round(color * 7) / 7;
        const washed = (color * 0.55 + stepped * 0.45) * (0.9 + 0.2 * pool);
        const thin = washed + ((paper[c] as number) - washed) * (0.2 + 0.16 * (1 - pool));
        const gathered = thin * (1 - 0.38 * line) + fibre * 0.05;
        data[at + c] = (paper[c] as number) + (gathered - (paper[c] as number)) * dry;
      }
    });
  };

export const brushed =
  (count: number, length: number, swirl: number): Treatment =>
  (canvas, { random, seed, unit }) => {
    const source = { ...canvas, data: canvas.data.slice() };
    const light = blurred(brightnesses(canvas), canvas.width, canvas.height, unit * 0.012, 1);
    const at = (x: number, y: number): number =>
      light[
        Math.min(canvas.height - 1, Math.max(0, Math.round(y))) * canvas.width +
          Math.min(canvas.width - 1, Math.max(0, Math.round(x)))
      ] as number;
    for (const [size, share] of [
      [2.2, 0.5],
      [1, 1],
      [0.5, 0.8],
    ] as const) {
      const wide = (unit / count) * size;
      const strokes = Math.ceil(
        ((canvas.width * canvas.height) / (wide * wide * length)) * 1.5 * share,
      );
      for (let index = 0; index < strokes; index += 1) {
        let [x, y] = [random.next() * canvas.width, random.next() * canvas.height];
        const [r, g, b] = average(source, x - wide / 2, y - wide / 2, wide);
        const tone = random.between(-0.06, 0.06);
        const points: number[] = [];
        for (let step = 0; step < 5; step += 1) {
          points.push(x, y);
          const [dx, dy] = [at(x + wide, y) - at(x - wide, y), at(x, y + wide) - at(x, y - wide)];
          const steep = Math.sqrt(dx * dx + dy * dy);
          const turn = noise((x / unit) * 3, (y / unit) * 3, seed) * swirl;
          const [u, v] = steep > 0.015 ? [-dy / steep, dx / steep] : [cosine(turn), sine(turn)];
          x += (u * wide * length) / 4;
          y += (v * wide * length) / 4;
        }
        canvas.paint(stroke(points, wide * 0.8, 0.55), [r + tone, g + tone, b + tone], 0.92);
      }
    }
  };

/** Ink drawing with outlines, and hatching in dark areas. */
export const inked =
  (paperCode: string, inkCode: string, hatch: number): Treatment =>
  (canvas, { seed, unit }) => {
    const [paper, ink] = [hex(paperCode), hex(inkCode)];
    const found = edges(canvas, unit * 0.0022);
    const light = blurred(brightnesses(canvas), canvas.width, canvas.height, unit * 0.004, 1);
    const gap = unit * 0.0095;
    eachPixel(canvas, (at, x, y) => {
      const wobble = (noise((x / unit) * 16, (y / unit) * 16, seed) - 0.5) * gap * 0.35;
      const dark = 1 - (light[at / 3] as number);
      const line = (sum: number): number => {
        const away = Math.abs((((((sum + wobble) / gap) % 1) + 1) % 1) - 0.5);
        return smooth(0.3, 0.16, away);
      };
      let painted = smooth(0.08, 0.3, found[at / 3] as number);
      if (hatch > 0) {
        painted = Math.max(painted, line(x * 0.8 + y * 0.8) * smooth(0.45, 0.6, dark) * hatch);
        painted = Math.max(painted, line(x * 0.8 - y * 0.8) * smooth(0.66, 0.8, dark) * hatch);
        painted = Math.max(painted, line(y * 1.1) * smooth(0.8, 0.92, dark) * hatch);
      }
      for (let c = 0; c < 3; c += 1) {
        canvas.data[at + c] =
          (paper[c] as number) + ((ink[c] as number) - (paper[c] as number)) * painted;
      }
    });
  };

export const outlined =
  (inkCode: string, width: number, strength: number): Treatment =>
  (canvas, { unit }) => {
    const ink: Color = hex(inkCode);
    const found = edges(canvas, unit * width);
    eachPixel(canvas, (at) => {
      const painted = smooth(0.1, 0.34, found[at / 3] as number) * strength;
      for (let c = 0; c < 3; c += 1) {
        const old = canvas.data[at + c] as number;
        canvas.data[at + c] = old + ((ink[c] as number) - old) * painted;
      }
    });
  };

export const contoured =
  (rings: number, paperCode: string, inkCode: string, keep: number): Treatment =>
  (canvas, { seed, unit }) => {
    const { width, height, data } = canvas;
    const [paper, ink] = [hex(paperCode), hex(inkCode)];
    const light = blurred(brightnesses(canvas), width, height, unit * 0.012, 1);
    eachPixel(canvas, (at, x, y) => {
      const level =
        ((light[at / 3] as number) + layeredNoise((x / unit) * 4, (y / unit) * 4, seed, 2) * 0.5) *
        rings;
      const away = Math.abs(level - Math.floor(level) - 0.5);
      const painted = smooth(0.32, 0.2, away) * (keep > 0 ? 0.6 : 1);
      const old: Color = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
      const ground = mix(paper, old, keep);
      for (let c = 0; c < 3; c += 1)
        data[at + c] =
          (ground[c] as number) + ((ink[c] as number) - (ground[c] as number)) * painted;
    });
  };
