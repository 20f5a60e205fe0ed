import { darken, hex, lighten, mix, white, type Color } from "../color.ts";
import { linear, radial } from "../createCanvas.ts";
import { box, curve, ellipse, placed, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";

export const wearsSuit = (words: string): boolean =>
  /spacesuit|space suit|cosmonaut|astronaut/.test(words);

const dyes: readonly (readonly [RegExp, string])[] = [
  [/blue/, "#3d6fb5"],
  [/red/, "#b5453d"],
  [/green/, "#4a8f63"],
  [/orange/, "#d9802f"],
  [/gold|yellow/, "#d9ae3f"],
  [/pink/, "#d97a9c"],
  [/black/, "#3a3d44"],
];

/** Returns the suit color named in the prompt, white by default. */
function suitColor({ words, mood }: Stage): Color {
  const dye = dyes.find(([word]) => word.test(words))?.[1] ?? "#d5dae0";
  return mix(hex(dye), mood.middle, mood.night ? 0.14 : 0.06);
}

export function paintSuit(stage: Stage, { x, y, size }: Spot): void {
  const { canvas } = stage;
  const suit = suitColor(stage);
  const at = (points: readonly number[], flip = false): readonly number[] =>
    placed(points, x, y, size, flip);
  const cloth = radial(
    x - size * 0.14,
    y - size * 0.42,
    size * 0.75,
    lighten(suit, 0.3),
    darken(suit, 0.5),
  );
  canvas.paint(
    curve(at([-0.3, -0.42, 0.3, -0.42, 0.36, -0.1, 0.3, 0.05, -0.3, 0.05, -0.36, -0.1])),
    darken(suit, 0.55),
  );
  for (const flip of [false, true]) {
    canvas.paint(
      curve(at([0.2, -0.44, 0.36, -0.36, 0.45, -0.16, 0.46, 0.08, 0.3, 0.1, 0.26, -0.12], flip)),
      cloth,
    );
    for (const v of [-0.2, -0.1, 0])
      canvas.paint(
        stroke(at([0.3, v + 0.02, 0.38, v - 0.005, 0.455, v + 0.005], flip), size * 0.008),
        darken(suit, 0.5),
        0.5,
      );
  }
  canvas.paint(
    curve(
      at([
        0, -0.49, 0.18, -0.46, 0.28, -0.34, 0.3, -0.1, 0.3, 0.12, -0.3, 0.12, -0.3, -0.1, -0.28,
        -0.34, -0.18, -0.46,
      ]),
    ),
    cloth,
  );
  for (const flip of [false, true])
    canvas.paint(
      stroke(at([0.15, -0.45, 0.17, -0.2, 0.16, 0.1], flip), size * 0.035),
      darken(suit, 0.35),
    );
  const panel = at([-0.12, -0.28, 0.12, -0.28, 0.12, -0.1, -0.12, -0.1]);
  canvas.paint(
    panel,
    linear([x, y - size * 0.28], [x, y - size * 0.1], hex("#eceff2"), hex("#9aa3ad")),
  );
  const lights = ["#e5484d", "#f5b83d", "#46a758"] as const;
  for (const [index, light] of lights.entries()) {
    canvas.paint(
      ellipse(x + (index - 1) * size * 0.065, y - size * 0.235, size * 0.018, size * 0.018),
      hex(light),
    );
    canvas.glow(x + (index - 1) * size * 0.065, y - size * 0.235, size * 0.05, hex(light), 0.5);
  }
  canvas.paint(box(x - size * 0.09, y - size * 0.19, size * 0.18, size * 0.05), hex("#1d2a3a"));
  canvas.paint(
    stroke(
      [
        x - size * 0.08,
        y - size * 0.165,
        x - size * 0.03,
        y - size * 0.175,
        x,
        y - size * 0.155,
        x + size * 0.04,
        y - size * 0.17,
        x + size * 0.08,
        y - size * 0.165,
      ],
      size * 0.007,
    ),
    hex("#5dfdcb"),
  );
  canvas.paint(
    ellipse(x, y - size * 0.43, size * 0.27, size * 0.085),
    linear([x - size * 0.25, y], [x + size * 0.25, y], hex("#f2f4f6"), hex("#6f7882")),
  );
  canvas.paint(ellipse(x, y - size * 0.445, size * 0.22, size * 0.06), darken(suit, 0.6));
}

export function paintHelmet({ canvas, mood }: Stage, { x, y, size }: Spot, taller = 0): void {
  const [cy, r] = [y - size * (0.7 + taller), size * (0.37 + taller)];
  const glass = ellipse(x, cy, r, r);
  canvas.paint(glass, mix(mood.second, white, 0.5), 0.1);
  const rim = (outer: number, inner: number, color: Color, opacity: number): void => {
    const [there, back] = [
      ellipse(x, cy, r * outer, r * outer),
      ellipse(x, cy, r * inner, -r * inner),
    ];
    canvas.paint(
      [
        ...there,
        there[0] as number,
        there[1] as number,
        back[0] as number,
        back[1] as number,
        ...back.slice(2),
        back[0] as number,
        back[1] as number,
      ],
      color,
      opacity,
    );
  };
  rim(1, 0.965, white, 0.75);
  rim(0.965, 0.9, mood.second, 0.22);
  canvas.paint(
    curve([
      x - r * 0.72,
      cy - r * 0.12,
      x - r * 0.6,
      cy - r * 0.5,
      x - r * 0.22,
      cy - r * 0.8,
      x - r * 0.36,
      cy - r * 0.62,
      x - r * 0.58,
      cy - r * 0.34,
    ]),
    white,
    0.7,
  );
  canvas.paint(ellipse(x - r * 0.68, cy + r * 0.12, r * 0.035, r * 0.07), white, 0.6);
  canvas.paint(
    curve([
      x + r * 0.8,
      cy + r * 0.2,
      x + r * 0.62,
      cy + r * 0.6,
      x + r * 0.35,
      cy + r * 0.82,
      x + r * 0.55,
      cy + r * 0.56,
    ]),
    white,
    0.28,
  );
}
