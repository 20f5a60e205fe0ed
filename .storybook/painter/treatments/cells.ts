import { darken, lighten, mix, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { box, ellipse } from "../paths.ts";
import { average } from "./filters.ts";
import type { Treatment } from "./treatment.ts";

const stepped = (color: Color, levels: number): Color => [
  Math.round(color[0] * levels) / levels,
  Math.round(color[1] * levels) / levels,
  Math.round(color[2] * levels) / levels,
];

/** Large pixels: `count` on the shorter side, with `levels` steps per color channel. */
export const pixelated =
  (count: number, levels: number, raised = 0): Treatment =>
  (canvas, { unit }) => {
    const size = Math.max(2, Math.round(unit / count));
    for (let y = 0; y < canvas.height; y += size) {
      for (let x = 0; x < canvas.width; x += size) {
        // Dithering makes a few colors look like more.
        const lean = ((x + y) / size) % 2 < 1 ? 0.1 / levels : -0.1 / levels;
        const [r, g, b] = average(canvas, x, y, size);
        const color = stepped([r + lean, g + lean, b + lean], levels);
        canvas.paint(box(x, y, size, size), color);
        if (raised === 0) continue;
        const edge = size * 0.14;
        canvas.paint(box(x, y, size, edge), lighten(color, raised), 0.8);
        canvas.paint(box(x, y, edge, size), lighten(color, raised * 0.6), 0.8);
        canvas.paint(box(x, y + size - edge, size, edge), darken(color, raised), 0.8);
        canvas.paint(box(x + size - edge, y, edge, size), darken(color, raised * 0.7), 0.8);
      }
    }
  };

export const glazed =
  (count: number, lead: number): Treatment =>
  (canvas, { random, unit }) => {
    const { width, height, data } = canvas;
    const size = unit / count;
    const [columns, rows] = [Math.ceil(width / size) + 2, Math.ceil(height / size) + 2];
    const cells = Array.from({ length: columns * rows }, (_, cell) => {
      const [x, y] = [
        ((cell % columns) - 1 + random.between(0.14, 0.86)) * size,
        (Math.floor(cell / columns) - 1 + random.between(0.14, 0.86)) * size,
      ];
      const [r, g, b] = average(canvas, x - size / 2, y - size / 2, size);
      const gray = (r + g + b) / 3;
      const vivid = (value: number): number =>
        Math.min(1, Math.max(0, gray + (value - gray) * 1.35 + 0.04 + random.next() * 0.08));
      return { x, y, color: [vivid(r), vivid(g), vivid(b)] as Color };
    });
    for (let y = 0; y < height; y += 1) {
      const row = Math.floor(y / size) + 1;
      for (let x = 0; x < width; x += 1) {
        const column = Math.floor(x / size) + 1;
        let [nearest, second, color] = [Infinity, Infinity, undefined as Color | undefined];
        for (let j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j += 1) {
          for (let i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i += 1) {
            const cell = cells[j * columns + i] as (typeof cells)[number];
            const distance = Math.sqrt((cell.x - x) * (cell.x - x) + (cell.y - y) * (cell.y - y));
            if (distance < nearest) [second, nearest, color] = [nearest, distance, cell.color];
            else if (distance < second) second = distance;
          }
        }
        const inside = Math.min(1, Math.max(0, (second - nearest) / (lead * unit) - 0.6));
        const bulge = 1.12 - 0.3 * (nearest / size);
        const at = (y * width + x) * 3;
        for (let c = 0; c < 3; c += 1)
          data[at + c] = ((color?.[c] as number) * bulge - 0.06) * inside + 0.06;
      }
    }
  };

export const faceted =
  (count: number, relief: number): Treatment =>
  (canvas, { random, unit }) => {
    const size = unit / count;
    const [columns, rows] = [
      Math.ceil(canvas.width / size) + 1,
      Math.ceil(canvas.height / size) + 1,
    ];
    const corner = Array.from(
      { length: (columns + 1) * (rows + 1) },
      (_, at) =>
        [
          ((at % (columns + 1)) - 0.5 + random.between(-0.34, 0.34)) * size,
          (Math.floor(at / (columns + 1)) - 0.5 + random.between(-0.34, 0.34)) * size,
        ] as const,
    );
    const source = { ...canvas, data: canvas.data.slice() };
    const triangle = (...corners: readonly (readonly [number, number])[]): void => {
      const [x, y] = [0, 1].map(
        (axis) => corners.reduce((sum, point) => sum + (point[axis] as number), 0) / 3,
      ) as [number, number];
      const color = average(source, x - size / 4, y - size / 4, size / 2);
      const light = random.between(-relief, relief);
      const outline = corners.flatMap(([u, v]) => [u + (u - x) * 0.04, v + (v - y) * 0.04]);
      const base = light > 0 ? lighten(color, light) : darken(color, -light);
      canvas.paint(
        outline,
        linear(
          [outline[0] as number, outline[1] as number],
          [outline[4] as number, outline[5] as number],
          lighten(base, relief * 0.35),
          darken(base, relief * 0.35),
        ),
      );
    };
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = row * (columns + 1) + column;
        const [a, b] = [corner[at], corner[at + 1]];
        const [c, d] = [corner[at + columns + 1], corner[at + columns + 2]];
        if (!a || !b || !c || !d) continue;
        if ((row + column) % 2) {
          triangle(a, b, c);
          triangle(d, c, b);
        } else {
          triangle(a, b, d);
          triangle(d, c, a);
        }
      }
    }
  };

export const dotted =
  (count: number, ground: Color, variety: number): Treatment =>
  (canvas, { random, unit }) => {
    const size = unit / count;
    const source = { ...canvas, data: canvas.data.slice() };
    canvas.paint(box(0, 0, canvas.width, canvas.height), ground, 0.75);
    const dots = Math.ceil((canvas.width * canvas.height) / (size * size)) * 2;
    for (let dot = 0; dot < dots; dot += 1) {
      const [x, y] = [random.next() * canvas.width, random.next() * canvas.height];
      const color = average(source, x - size / 3, y - size / 3, size / 1.5);
      const other: Color = [color[1], color[2], color[0]];
      const r = size * random.between(0.42, 0.7);
      canvas.paint(
        ellipse(x, y, r, r),
        mix(
          random.next() < 0.5 ? lighten(color, variety) : darken(color, variety),
          other,
          variety * random.next(),
        ),
      );
    }
  };

export const rastered =
  (count: number, ink: Color, strength: number): Treatment =>
  (canvas, { unit }) => {
    const size = unit / count;
    const source = { ...canvas, data: canvas.data.slice() };
    for (let row = 0; row * size * 0.86 < canvas.height + size; row += 1) {
      for (let column = 0; column * size < canvas.width + size; column += 1) {
        const [x, y] = [(column + (row % 2) / 2) * size, row * size * 0.86];
        const [r, g, b] = average(source, x - size / 2, y - size / 2, size);
        const dark = 1 - (0.3 * r + 0.59 * g + 0.11 * b);
        const reach = size * 0.62 * Math.max(0, dark - 0.12);
        if (reach > size * 0.06) canvas.paint(ellipse(x, y, reach, reach), ink, strength);
      }
    }
  };
