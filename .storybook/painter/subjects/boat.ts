import { darken, hex, lighten, mix, white } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { curve, ellipse, placed, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

export function boat({ canvas, mood }: Stage, { x, y, size }: Spot): void {
  const at = (points: readonly number[]): readonly number[] => placed(points, x, y, size);
  canvas.paint(ellipse(x, y, size * 0.5, size * 0.035), darken(mood.near, 0.3), 0.5);
  canvas.paint(stroke(at([0, -0.1, 0, -1]), size * 0.016), hex("#5a3d28"));
  canvas.paint(
    curve(at([0.02, -0.97, 0.3, -0.55, 0.44, -0.19, 0.02, -0.17]), 5),
    linear([x, y], [x + size * 0.4, y], white, mix(mood.low, white, 0.3)),
  );
  canvas.paint(
    curve(at([-0.02, -0.9, -0.06, -0.5, -0.02, -0.18, -0.34, -0.2]), 5),
    linear([x - size * 0.3, y], [x, y], lighten(mood.accent, 0.15), darken(mood.accent, 0.2)),
  );
  canvas.paint(
    at([-0.44, -0.13, 0.5, -0.15, 0.34, 0.02, -0.32, 0.02]),
    linear([x, y - size * 0.15], [x, y], hex("#f4efe6"), hex("#8c4a3a")),
  );
  canvas.paint(at([-0.44, -0.13, 0.5, -0.15, 0.48, -0.115, -0.42, -0.1]), hex("#9c3f34"));
}
