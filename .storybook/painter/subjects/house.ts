import { black, darken, hex, lighten, mix, white } from "../color.ts";
import { linear } from "../createCanvas.ts";
import { ellipse, placed } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

export function house({ canvas, mood }: Stage, { x, y, size }: Spot): void {
  const at = (points: readonly number[]): readonly number[] => placed(points, x, y, size * 0.8);
  const wood = mix(hex("#7a4a32"), mood.near, 0.25);
  canvas.paint(ellipse(x, y, size * 0.5, size * 0.04), black, 0.35);
  canvas.paint(at([0.2, -0.75, 0.32, -0.75, 0.32, -0.95, 0.2, -0.95]), darken(wood, 0.3));
  canvas.paint(
    at([-0.42, 0, -0.42, -0.45, 0, -0.85, 0.42, -0.45, 0.42, 0]),
    linear([x - size * 0.4, y], [x + size * 0.4, y], lighten(wood, 0.18), darken(wood, 0.35)),
  );
  for (let plank = 1; plank < 9; plank += 1)
    canvas.paint(
      at([
        -0.42,
        -plank * 0.05,
        0.42,
        -plank * 0.05,
        0.42,
        -plank * 0.05 + 0.006,
        -0.42,
        -plank * 0.05 + 0.006,
      ]),
      darken(wood, 0.5),
      0.5,
    );
  canvas.paint(
    at([-0.52, -0.4, 0, -0.92, 0.52, -0.4, 0.45, -0.36, 0, -0.8, -0.45, -0.36]),
    mix(hex("#3a2a2e"), mood.accent, 0.25),
  );
  canvas.glow(x - size * 0.15, y - size * 0.22, size * 0.4, hex("#ffc46b"), 0.6);
  for (const u of [-0.3, 0.14]) {
    canvas.paint(at([u, -0.36, u + 0.16, -0.36, u + 0.16, -0.19, u, -0.19]), hex("#ffd88a"));
    canvas.paint(
      at([u + 0.072, -0.36, u + 0.088, -0.36, u + 0.088, -0.19, u + 0.072, -0.19]),
      darken(wood, 0.5),
    );
    canvas.paint(at([u, -0.282, u + 0.16, -0.282, u + 0.16, -0.268, u, -0.268]), darken(wood, 0.5));
  }
  canvas.paint(at([-0.08, 0, -0.08, -0.25, 0.07, -0.25, 0.07, 0]), darken(wood, 0.5));
  for (let puff = 0; puff < 5; puff += 1)
    canvas.glow(
      x + size * (0.21 + puff * 0.035),
      y - size * (0.8 + puff * 0.07),
      size * (0.05 + puff * 0.02),
      white,
      0.35,
    );
}
