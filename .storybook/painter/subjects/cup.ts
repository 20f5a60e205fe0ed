import { black, darken, hex, lighten, white } from "../color.ts";
import { linear, radial } from "../createCanvas.ts";
import { curve, ellipse, placed, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";
import { sine } from "../turns.ts";

export function cup({ canvas, mood }: Stage, { x, y, size }: Spot): void {
  const at = (points: readonly number[]): readonly number[] => placed(points, x, y, size * 0.8);
  const clay = lighten(mood.accent, 0.15);
  canvas.paint(ellipse(x, y, size * 0.46, size * 0.06), black, 0.3);
  canvas.paint(
    ellipse(x, y - size * 0.03, size * 0.42, size * 0.06),
    linear([x - size * 0.4, y], [x + size * 0.4, y], hex("#fbf6ee"), hex("#a89f96")),
  );
  canvas.paint(
    stroke(
      curve(at([0.26, -0.46, 0.46, -0.44, 0.46, -0.24, 0.24, -0.16, 0.2, -0.3]), 6).slice(0, 44),
      size * 0.05,
    ),
    darken(clay, 0.3),
  );
  canvas.paint(
    curve(
      at([-0.32, -0.54, -0.3, -0.28, -0.18, -0.06, 0.18, -0.06, 0.3, -0.28, 0.32, -0.54, 0, -0.5]),
    ),
    linear([x - size * 0.3, y], [x + size * 0.3, y], lighten(clay, 0.3), darken(clay, 0.45)),
  );
  canvas.paint(ellipse(x, y - size * 0.43, size * 0.256, size * 0.062), lighten(clay, 0.35));
  canvas.paint(
    ellipse(x, y - size * 0.425, size * 0.232, size * 0.05),
    radial(x, y - size * 0.43, size * 0.24, hex("#b5793f"), hex("#3c2112")),
  );
  for (let puff = 0; puff < 14; puff += 1) {
    const up = puff / 14;
    canvas.glow(
      x + sine(up * 1.3) * size * 0.07,
      y - size * (0.5 + up * 0.42),
      size * (0.05 + 0.05 * up),
      white,
      0.3 * (1 - up),
    );
  }
}
