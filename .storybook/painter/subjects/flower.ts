import { darken, hex, lighten, mix } from "../color.ts";
import { linear, radial } from "../createCanvas.ts";
import { curve, ellipse, placed, stroke } from "../paths.ts";
import type { Spot, Stage } from "../stage.ts";
import { cosine, sine } from "../turns.ts";

export function flower({ canvas, mood, random, words }: Stage, { x, y, size }: Spot): void {
  const yellow = /sunflower|yellow/.test(words);
  const tone = yellow ? hex("#ffb81c") : /rose|red/.test(words) ? hex("#d7263d") : mood.accent;
  const green = mix(hex("#3d7a40"), mood.near, 0.25);
  const [cx, cy] = [x, y - size * 0.66];
  canvas.paint(
    stroke(
      curve([
        x + size * 0.04,
        y + size * 0.1,
        x - size * 0.03,
        y - size * 0.25,
        cx,
        cy,
        x,
        y - size * 0.25,
      ]).slice(0, 34),
      size * 0.032,
    ),
    green,
  );
  for (const side of [-1, 1])
    canvas.paint(
      curve(placed([0, -0.08, 0.16, -0.24, 0.36, -0.28, 0.22, -0.12], x, y, size, side < 0)),
      linear([x, y - size * 0.3], [x, y], lighten(green, 0.25), darken(green, 0.3)),
    );
  for (let ring = 0; ring < 4; ring += 1) {
    const [count, reach] = [13 - ring * 2, size * (0.34 - ring * 0.068)];
    const start = random.next();
    for (let petal = 0; petal < count; petal += 1) {
      const turn = start + petal / count;
      const [u, v] = [cosine(turn), sine(turn)];
      const base = mix(
        tone,
        ring % 2 ? lighten(tone, 0.4) : darken(tone, 0.22),
        0.55 + 0.3 * random.next(),
      );
      canvas.paint(
        ellipse(cx + u * reach * 0.6, cy + v * reach * 0.6, reach * 0.46, reach * 0.19, turn),
        linear([cx, cy], [cx + u * reach, cy + v * reach], darken(base, 0.35), lighten(base, 0.18)),
      );
    }
  }
  const heart = yellow ? hex("#5a3418") : hex("#f6c445");
  canvas.paint(
    ellipse(cx, cy, size * 0.085, size * 0.085),
    radial(
      cx - size * 0.03,
      cy - size * 0.03,
      size * 0.12,
      lighten(heart, 0.3),
      darken(heart, 0.45),
    ),
  );
  for (let grain = 0; grain < 60; grain += 1) {
    const far = Math.sqrt(grain / 60) * size * 0.075;
    canvas.paint(
      ellipse(
        cx + cosine(grain * 0.382) * far,
        cy + sine(grain * 0.382) * far,
        size * 0.006,
        size * 0.006,
      ),
      lighten(heart, 0.5),
      0.8,
    );
  }
}
