import { darken, hex, lighten, mix, smooth, type Color } from "../color.ts";
import { box, placed } from "../paths.ts";
import { layeredNoise, noise } from "../random.ts";
import { average, blurred, brightnesses, eachPixel } from "./filters.ts";
import type { Treatment } from "./treatment.ts";

export const layeredPaper =
  (sheets: number, shadow: number, soften: number): Treatment =>
  (canvas, { seed, unit }) => {
    const { width, height, data } = canvas;
    const light = blurred(brightnesses(canvas), width, height, unit * soften, 1);
    const level = light.map((value) => Math.min(sheets - 1, Math.floor(value * sheets * 0.999)));
    const flat = blurred(data, width, height, unit * soften * 1.6, 3);
    const offset = Math.max(1, Math.round(unit * 0.009));
    const fall = blurred(level, width, height, offset, 1);
    eachPixel(canvas, (at, x, y) => {
      const own = level[at / 3] as number;
      const [sx, sy] = [Math.max(0, x - offset), Math.max(0, y - offset)];
      const above = Math.max(0, own - (fall[sy * width + sx] as number));
      const shade = 1 - Math.min(0.62, above * shadow);
      const middle = (own + 0.5) / sheets;
      const scale = middle / Math.max(0.06, light[at / 3] as number);
      const fibre = (noise((x / unit) * 260, (y / unit) * 260, seed) - 0.5) * 0.035;
      for (let c = 0; c < 3; c += 1) {
        const color = (flat[at + c] as number) * (0.35 + 0.65 * Math.min(1.6, scale));
        data[at + c] = Math.min(1, Math.max(0, color * shade + fibre));
      }
    });
  };

export const textured =
  (scale: number, depth: number): Treatment =>
  (canvas, { seed, unit }) => {
    eachPixel(canvas, (at, x, y) => {
      const [u, v] = [(x / unit) * scale, (y / unit) * scale];
      const relief = layeredNoise(u, v, seed, 3) - layeredNoise(u + 0.35, v + 0.35, seed, 3);
      for (let c = 0; c < 3; c += 1) {
        canvas.data[at + c] = Math.min(
          1,
          Math.max(0, (canvas.data[at + c] as number) + relief * depth),
        );
      }
    });
  };

export const collaged =
  (pieces: number): Treatment =>
  (canvas, { random, unit }) => {
    const { width, height } = canvas;
    const source = { ...canvas, data: canvas.data.slice() };
    const tones = ["#e4572e", "#f3c969", "#17bebb", "#f7ede2", "#2e282a", "#76b041"] as const;
    for (let piece = 0; piece < pieces; piece += 1) {
      const [x, y] = [random.next() * width, random.next() * height];
      const [wide, tall] = [unit * random.between(0.05, 0.14), unit * random.between(0.04, 0.12)];
      const lean = random.between(-0.4, 0.4);
      const torn = [-1, -1, 1, -1, 1, 1, -1, 1].map(
        (value, at) => value + (at % 2 ? lean * 0.5 : lean) * (random.next() - 0.5),
      );
      const outline = torn.map((value, at) => (at % 2 ? y + value * tall : x + value * wide));
      const [dx, dy] = [
        Math.round(random.between(-0.03, 0.03) * unit),
        Math.round(random.between(-0.03, 0.03) * unit),
      ];
      const tone = hex(random.pick(tones));
      const colored = random.next() < 0.35 ? 0.6 : 0.1;
      canvas.paint(placed(outline, unit * 0.006, unit * 0.008, 1), [0, 0, 0], 0.3);
      canvas.paint(
        outline.map(
          (value, at) => value + ((at % 2 ? value > y : value > x) ? 1 : -1) * unit * 0.004,
        ),
        [0.97, 0.95, 0.9],
      );
      canvas.paint(outline, (px, py, out) => {
        const at =
          (Math.min(height - 1, Math.max(0, py + dy)) * width +
            Math.min(width - 1, Math.max(0, px + dx))) *
          3;
        for (let c = 0; c < 3; c += 1) {
          const old = source.data[at + c] as number;
          out[c] = old + ((tone[c] as number) - old) * colored;
        }
      });
    }
  };

export const quilled =
  (count: number): Treatment =>
  (canvas, { seed, unit }) => {
    const { width, height, data } = canvas;
    const light = blurred(brightnesses(canvas), width, height, unit * 0.02, 1);
    const flat = blurred(data, width, height, unit * 0.012, 3);
    eachPixel(canvas, (at, x, y) => {
      const level =
        ((light[at / 3] as number) * 1.6 +
          layeredNoise((x / unit) * 2.5, (y / unit) * 2.5, seed, 2)) *
        count;
      const across = level - Math.floor(level);
      const strip = smooth(0, 0.2, across) * smooth(1, 0.55, across);
      const tone = ((Math.floor(level) * 37) % 7) / 7 - 0.5;
      for (let c = 0; c < 3; c += 1) {
        data[at + c] = Math.min(
          1,
          Math.max(
            0,
            ((flat[at + c] as number) * 1.05 + 0.06 + tone * 0.12) * (0.42 + 0.66 * strip),
          ),
        );
      }
    });
  };

export const silhouetted =
  (nearCode: string, lowCode: string, topCode: string): Treatment =>
  (canvas, { unit }) => {
    const { width, height } = canvas;
    const [near, low, top] = [hex(nearCode), hex(lowCode), hex(topCode)];
    const light = blurred(brightnesses(canvas), width, height, unit * 0.003, 1);
    eachPixel(canvas, (at, _x, y) => {
      const sky: Color = mix(top, low, smooth(0, 0.8, y / height));
      const bright = smooth(0.42, 0.5, light[at / 3] as number);
      for (let c = 0; c < 3; c += 1) {
        const lit = Math.min(1, (sky[c] as number) * (0.7 + 0.5 * (light[at / 3] as number)));
        canvas.data[at + c] = (near[c] as number) + (lit - (near[c] as number)) * bright;
      }
    });
  };

export const broken =
  (shards: number): Treatment =>
  (canvas, { random, unit }) => {
    const { width, height } = canvas;
    const source = { ...canvas, data: canvas.data.slice() };
    for (let shard = 0; shard < shards; shard += 1) {
      const [x, y] = [random.next() * width, random.next() * height];
      const size = unit * random.between(0.06, 0.2) * (1 - 0.6 * (shard / shards));
      const [a, b, c] = [random.next(), random.next(), random.next()];
      const outline = [
        x - size * a,
        y - size,
        x + size,
        y - size * b,
        x + size * c,
        y + size,
        x - size,
        y + size * a,
      ];
      const color = average(source, x - size / 4, y - size / 4, size / 2);
      const [one, two] = [
        lighten(color, 0.18 * random.next()),
        darken(color, 0.35 * random.next()),
      ];
      const zoom = random.between(0.75, 1.3);
      canvas.paint(
        outline,
        (px, py, out) => {
          const share = Math.min(1, Math.max(0, (px - x + size) / (2 * size)));
          const from =
            (Math.min(height - 1, Math.max(0, Math.round(y + (py - y) * zoom))) * width +
              Math.min(width - 1, Math.max(0, Math.round(x + (px - x) * zoom)))) *
            3;
          for (let channel = 0; channel < 3; channel += 1) {
            const plane =
              (one[channel] as number) +
              ((two[channel] as number) - (one[channel] as number)) * share;
            out[channel] = plane * 0.62 + (source.data[from + channel] as number) * 0.38;
          }
        },
        0.88,
      );
    }
  };

export const framed =
  (code: string, share: number): Treatment =>
  (canvas, { unit }) => {
    const { width, height } = canvas;
    const edge = unit * share;
    const color = hex(code);
    for (const [x, y, w, h] of [
      [0, 0, width, edge],
      [0, height - edge, width, edge],
      [0, 0, edge, height],
      [width - edge, 0, edge, height],
    ] as const) {
      canvas.paint(box(x, y, w, h), color);
    }
  };
