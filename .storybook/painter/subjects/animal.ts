import {
  black,
  brightness,
  darken,
  hex,
  lighten,
  mix,
  smooth,
  white,
  type Color,
} from "../color.ts";
import { radial, type Paint } from "../createCanvas.ts";
import { curve, ellipse, placed, stroke, type Path } from "../paths.ts";
import { noise } from "../random.ts";
import type { Spot, Stage } from "../stage.ts";
import { animalKind, type AnimalKind } from "./animalKinds.ts";
import { paintHelmet, paintSuit, wearsSuit } from "./spacesuit.ts";

/** Outlines are in units of the animal's size, with its foot at (0, 0) and the center of its head at (0, -0.66). */
const head: Path = [
  0, -0.905, 0.11, -0.888, 0.2, -0.825, 0.25, -0.73, 0.262, -0.63, 0.2, -0.5, 0.09, -0.435, 0,
  -0.425, -0.09, -0.435, -0.2, -0.5, -0.262, -0.63, -0.25, -0.73, -0.2, -0.825, -0.11, -0.888,
];
const body: Path = [
  0, -0.5, 0.16, -0.47, 0.29, -0.33, 0.35, -0.12, 0.36, 0.1, 0, 0.12, -0.36, 0.1, -0.35, -0.12,
  -0.29, -0.33, -0.16, -0.47,
];

const earPaths: Readonly<Record<AnimalKind["ears"], Path>> = {
  round: [0.12, -0.86, 0.15, -0.945, 0.22, -0.965, 0.28, -0.91, 0.285, -0.83, 0.22, -0.76],
  pointed: [0.055, -0.86, 0.13, -0.97, 0.24, -1.06, 0.262, -0.93, 0.245, -0.78, 0.16, -0.78],
  long: [0.05, -0.86, 0.06, -1.05, 0.12, -1.26, 0.19, -1.26, 0.2, -1.05, 0.16, -0.82],
  hanging: [0.13, -0.85, 0.24, -0.87, 0.31, -0.76, 0.33, -0.58, 0.28, -0.48, 0.22, -0.6],
};

function furry({ mood, seed }: Stage, x: number, y: number, size: number): Paint {
  return (px, py, out) => {
    const [u, v] = [(px - x) / size, (py - y) / size];
    const far = Math.sqrt(u * u + v * v) || 0.001;
    const spread = smooth(0.06, 0.24, far);
    const hair = 0.62 + (noise((u / far) * 30, (v / far) * 30 + far * 9, seed) - 0.5) * spread;
    const rim = Math.max(0, far - 0.2) * 5;
    for (let c = 0; c < 3; c += 1) out[c] = hair + (mood.light[c] as number) * rim;
  };
}

export function animal(stage: Stage, { x, y, size }: Spot): void {
  const { canvas, random, words, mood } = stage;
  const kind = animalKind(words);
  if (!kind) return;
  const tint = (code: string): Color => mix(hex(code), mood.middle, mood.night ? 0.16 : 0.06);
  const [fur, face, ear] = [tint(kind.fur), tint(kind.face), tint(kind.earColor)];
  const suited = wearsSuit(words);
  const at = (points: Path, flip = false): Path => placed(points, x, y, size, flip);
  const round = (points: Path, color: Color, flip = false): void =>
    canvas.paint(curve(at(points, flip)), color);
  const oval = (
    u: number,
    v: number,
    rx: number,
    ry: number,
    color: Color,
    opacity = 1,
    turn = 0,
  ): void =>
    canvas.paint(ellipse(x + u * size, y + v * size, rx * size, ry * size, turn), color, opacity);
  const shaded = (color: Color): ReturnType<typeof radial> =>
    radial(
      x - size * 0.1,
      y - size * 0.8,
      size * 0.62,
      lighten(color, brightness(...color) < 0.3 ? 0.1 : 0.3),
      darken(color, 0.34),
    );

  canvas.paint(ellipse(x, y + size * 0.01, size * 0.46, size * 0.05), black, 0.35);
  if (suited) paintSuit(stage, { x, y, size });
  else {
    canvas.paint(
      curve(at(body)),
      radial(
        x - size * 0.12,
        y - size * 0.4,
        size * 0.7,
        lighten(kind.marks === "eyes" ? ear : fur, 0.16),
        darken(kind.marks === "eyes" ? ear : fur, 0.5),
      ),
    );
    round(
      [0, -0.42, 0.12, -0.34, 0.15, -0.15, 0.1, 0.02, -0.1, 0.02, -0.15, -0.15, -0.12, -0.34],
      face,
    );
  }
  for (const flip of [false, true]) {
    const color = kind.marks === "patches" && flip ? hex("#3a322e") : ear;
    canvas.paint(curve(at(earPaths[kind.ears], flip)), shaded(color));
    if (kind.ears === "pointed" || kind.ears === "long") {
      const [tip, low] = kind.ears === "long" ? [-1.2, -0.9] : [-0.99, -0.83];
      round(
        [0.1, low, 0.15, tip + 0.03, 0.2, tip, 0.21, low],
        mix(tint("#e8a0a0"), fur, 0.25),
        flip,
      );
    }
  }
  canvas.paint(curve(at(head)), shaded(fur));
  canvas.paint(curve(at(head)), furry(stage, x, y - size * 0.65, size), 0.15);
  if (kind.marks === "patches") {
    canvas.paint(
      curve(at([0.02, -0.89, 0.14, -0.87, 0.235, -0.75, 0.25, -0.63, 0.15, -0.6, 0.05, -0.7])),
      shaded(hex("#d9813a")),
    );
    canvas.paint(
      curve(
        at([-0.04, -0.89, -0.14, -0.87, -0.235, -0.75, -0.24, -0.68, -0.13, -0.65, -0.07, -0.76]),
      ),
      shaded(hex("#3a322e")),
    );
  }
  if (kind.marks === "stripes") {
    for (const flip of [false, true])
      for (const v of [-0.78, -0.68, -0.57])
        canvas.paint(at([0.25, v, 0.12, v + 0.02, 0.25, v + 0.045], flip), hex("#2a1a12"));
    for (const u of [-0.06, 0, 0.06])
      canvas.paint(stroke(at([u, -0.9, u * 0.6, -0.79]), size * 0.025, 0.2), hex("#2a1a12"));
  }
  for (const side of [-1, 1]) {
    if (kind.marks === "eyes")
      oval(side * 0.115, -0.655, 0.066, 0.088, hex("#1d1b20"), 1, side * -0.07);
    oval(side * 0.105, -0.67, 0.045, 0.05, kind.marks === "eyes" ? hex("#3a2e2a") : white);
    oval(side * 0.105, -0.668, 0.037, 0.043, hex(kind.eye));
    oval(side * 0.103, -0.667, 0.021, 0.027, black);
    oval(side * 0.105 - 0.014, -0.685, 0.012, 0.013, white);
    oval(side * 0.105 + 0.014, -0.652, 0.006, 0.006, white, 0.8);
    oval(side * 0.185, -0.56, 0.045, 0.027, tint("#f0908a"), 0.35);
  }
  oval(0, -0.545, 0.115, 0.085, lighten(face, 0.1));
  oval(
    0,
    -0.59,
    0.042,
    0.03,
    kind.ears === "pointed" && kind.marks === "patches" ? hex("#c9736f") : hex("#241a1a"),
  );
  oval(-0.012, -0.6, 0.014, 0.007, white, 0.6);
  const mouth = mix(hex("#3a2420"), fur, 0.15);
  canvas.paint(stroke(at([0, -0.565, 0, -0.53]), size * 0.011), mouth);
  for (const flip of [false, true]) {
    const smile = [
      0, -0.53, 0.012, -0.519, 0.03, -0.514, 0.05, -0.518, 0.066, -0.528, 0.078, -0.542,
    ];
    canvas.paint(stroke(at(smile, flip), size * 0.011, 0.5), mouth);
    if (kind.ears !== "pointed") continue;
    for (const dv of [-0.025, 0, 0.025])
      canvas.paint(
        stroke(
          at([0.09, -0.545 + dv * 0.5, 0.3 + random.between(0, 0.03), -0.56 + dv * 1.6], flip),
          size * 0.005,
          0.2,
        ),
        white,
        0.75,
      );
  }
  if (suited) paintHelmet(stage, { x, y, size }, kind.ears === "long" ? 0.1 : 0);
}
