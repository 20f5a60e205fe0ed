import { darken, hex, lighten, mix, type Color } from "../color.ts";
import { linear, radial } from "../createCanvas.ts";
import { box, curve, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

export function balloon({ canvas, mood }: Stage, { x, y, size }: Spot): void {
  const [cy, r] = [y - size * 0.82, size * 0.36];
  const colors = [
    mood.accent,
    mood.second,
    hex("#f6efe2"),
    mix(mood.accent, mood.near, 0.4),
  ] as const;
  const outline = (wide: number): readonly number[] =>
    curve([
      x,
      cy - r,
      x + r * 0.72 * wide,
      cy - r * 0.72,
      x + r * wide,
      cy,
      x + r * 0.66 * wide,
      cy + r * 0.72,
      x + r * 0.18 * wide,
      cy + r * 1.25,
      x - r * 0.18 * wide,
      cy + r * 1.25,
      x - r * 0.66 * wide,
      cy + r * 0.72,
      x - r * wide,
      cy,
      x - r * 0.72 * wide,
      cy - r * 0.72,
    ]);
  for (const [index, wide] of [1, 0.8, 0.52, 0.2].entries()) {
    const tone = colors[index % colors.length] as Color;
    canvas.paint(
      outline(wide),
      radial(x - r * 0.4, cy - r * 0.5, r * 2, lighten(tone, 0.22), darken(tone, 0.4)),
    );
  }
  for (const side of [-1, 1])
    canvas.paint(
      stroke([x + side * r * 0.16, cy + r * 1.22, x + side * r * 0.13, cy + r * 1.6], size * 0.006),
      hex("#3a2a20"),
    );
  canvas.glow(x, cy + r * 1.3, r * 0.3, hex("#ffb347"), 0.9);
  canvas.paint(
    box(x - r * 0.17, cy + r * 1.56, r * 0.34, r * 0.26),
    linear([x - r * 0.2, 0], [x + r * 0.2, 0], hex("#9a6a3c"), hex("#4a2f1a")),
  );
}
