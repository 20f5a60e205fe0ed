import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { curve, placed } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

export function lighthouse({ canvas, mood }: Stage, { x, y, size }: Spot): void {
  const at = (points: readonly number[]): readonly number[] => placed(points, x, y, size * 1.15);
  const rock = darken(mix(mood.near, mood.far, 0.25), 0.1);
  canvas.paint(
    curve(
      at([-0.55, 0.06, -0.4, -0.09, -0.15, -0.16, 0.15, -0.15, 0.42, -0.06, 0.6, 0.07, 0, 0.1]),
    ),
    linear([x, y - size * 0.15], [x, y + size * 0.1], lighten(rock, 0.15), darken(rock, 0.5)),
  );
  for (const side of [-1, 1])
    canvas.paint(
      placed([0, -0.985, 1.4, -1.2, 1.4, -0.92], x, y, size * 1.15, side < 0),
      mood.light,
      mood.night ? 0.3 : 0.14,
    );
  const rows = 7;
  for (let row = 0; row < rows; row += 1) {
    const [low, high] = [row / rows, (row + 1) / rows];
    const wide = (share: number): number => 0.125 - 0.05 * share;
    const tone: Color = row % 2 ? mix(mood.accent, hex("#c8323c"), 0.5) : hex("#f6f1e8");
    canvas.paint(
      at([
        -wide(low),
        -0.12 - low * 0.76,
        wide(low),
        -0.12 - low * 0.76,
        wide(high),
        -0.12 - high * 0.76,
        -wide(high),
        -0.12 - high * 0.76,
      ]),
      linear([x - size * 0.12, y], [x + size * 0.14, y], tone, darken(tone, 0.5)),
    );
  }
  canvas.paint(at([-0.11, -0.88, 0.11, -0.88, 0.1, -0.92, -0.1, -0.92]), hex("#23262e"));
  canvas.paint(at([-0.06, -0.92, 0.06, -0.92, 0.06, -1.04, -0.06, -1.04]), hex("#ffe9a8"));
  canvas.paint(at([-0.09, -1.04, 0.09, -1.04, 0, -1.14]), hex("#8f2a32"));
  canvas.glow(x, y - size * 1.13, size * 0.34, hex("#ffe9a8"), 0.9);
}
