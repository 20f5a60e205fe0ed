import { darken, hex, lighten, mix, white } from "../color.ts";
import { linear, radial } from "../createCanvas.ts";
import { curve, ellipse, placed, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";
import { paintHelmet, paintSuit, wearsSuit } from "./spacesuit.ts";

export function person(stage: Stage, spot: Spot): void {
  const { canvas, mood, random, words } = stage;
  const { x, y, size } = spot;
  const suited = wearsSuit(words);
  const at = (points: readonly number[], flip = false): readonly number[] =>
    placed(points, x, y, size, flip);
  const skin = mix(
    random.pick([hex("#f0c8a4"), hex("#c98f66"), hex("#8a5a3c"), hex("#5c3a28")]),
    mood.middle,
    0.1,
  );
  const hair = random.pick([hex("#20161a"), hex("#5a3420"), hex("#a8703a"), hex("#8c2f2a")]);
  const cloth = mix(mood.accent, mood.near, 0.2);
  const long = /\b(woman|girl|lady|queen|princess|she)\b/.test(words);
  if (long && !suited)
    canvas.paint(
      curve(
        at([
          0, -0.97, 0.2, -0.9, 0.26, -0.66, 0.3, -0.3, 0.16, -0.24, -0.16, -0.24, -0.3, -0.3, -0.26,
          -0.66, -0.2, -0.9,
        ]),
      ),
      linear(
        [x - size * 0.2, y - size],
        [x + size * 0.2, y],
        lighten(hair, 0.15),
        darken(hair, 0.4),
      ),
    );
  if (suited) paintSuit(stage, spot);
  else
    canvas.paint(
      curve(
        at([0, -0.36, 0.2, -0.34, 0.4, -0.22, 0.46, 0.1, -0.46, 0.1, -0.4, -0.22, -0.2, -0.34]),
      ),
      radial(
        x - size * 0.15,
        y - size * 0.35,
        size * 0.7,
        lighten(cloth, 0.25),
        darken(cloth, 0.5),
      ),
    );
  canvas.paint(
    at([-0.075, -0.52, 0.075, -0.52, 0.1, -0.32, 0, -0.27, -0.1, -0.32]),
    darken(skin, 0.22),
  );
  canvas.paint(
    curve(
      at([
        0, -0.9, 0.13, -0.87, 0.18, -0.72, 0.155, -0.56, 0.07, -0.46, 0, -0.445, -0.07, -0.46,
        -0.155, -0.56, -0.18, -0.72, -0.13, -0.87,
      ]),
    ),
    radial(x - size * 0.07, y - size * 0.74, size * 0.42, lighten(skin, 0.2), darken(skin, 0.35)),
  );
  canvas.paint(
    curve(
      at([
        -0.19, -0.68, -0.21, -0.86, -0.08, -0.97, 0.09, -0.97, 0.21, -0.86, 0.19, -0.68, 0.14, -0.8,
        0.02, -0.845, -0.12, -0.82,
      ]),
    ),
    linear(
      [x - size * 0.2, y - size],
      [x + size * 0.2, y - size * 0.7],
      lighten(hair, 0.25),
      darken(hair, 0.3),
    ),
  );
  for (const flip of [false, true]) {
    canvas.paint(
      curve(at([0.035, -0.685, 0.075, -0.705, 0.115, -0.685, 0.075, -0.67], flip)),
      white,
      0.9,
    );
    canvas.paint(
      ellipse(x + (flip ? -1 : 1) * size * 0.075, y - size * 0.687, size * 0.017, size * 0.018),
      hex("#2a1c18"),
    );
    canvas.paint(
      stroke(at([0.03, -0.735, 0.075, -0.75, 0.125, -0.735], flip), size * 0.014, 0.4),
      darken(hair, 0.2),
    );
    canvas.paint(
      ellipse(x + (flip ? -1 : 1) * size * 0.1, y - size * 0.6, size * 0.04, size * 0.026),
      hex("#e07a6a"),
      0.25,
    );
  }
  canvas.paint(
    stroke(at([0.005, -0.68, 0.022, -0.615, -0.01, -0.605]), size * 0.01, 0.5),
    darken(skin, 0.35),
    0.7,
  );
  canvas.paint(
    curve(at([-0.055, -0.545, 0, -0.553, 0.055, -0.545, 0, -0.518])),
    mix(hex("#b8474a"), skin, 0.25),
  );
  if (suited) paintHelmet(stage, spot);
}
