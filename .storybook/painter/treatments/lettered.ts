import { mix } from "../color.ts";
import { eachDot, letterHeight, letterWidth } from "../font.ts";
import { box } from "../paths.ts";
import { average, grade } from "./filters.ts";
import type { Treatment } from "./treatment.ts";

const letters = "ETAOINSRHLDCUMFPGWYBVKXJQZ0123456789";

export const lettered =
  (count: number): Treatment =>
  (canvas, { random, unit }) => {
    grade(canvas, 1.5, 1.15, 0.05);
    const source = { ...canvas, data: canvas.data.slice() };
    const cell = unit / count;
    canvas.paint(box(0, 0, canvas.width, canvas.height), [0.05, 0.05, 0.08]);
    for (let y = 0; y < canvas.height; y += cell * 1.15) {
      for (let x = 0; x < canvas.width; x += cell) {
        const color = average(source, x, y, cell);
        const bright = Math.max(...color);
        const dot = (cell / letterWidth) * (0.72 + 0.4 * bright);
        const letter = letters[Math.floor(random.next() * letters.length)] ?? "A";
        const ink = mix(color, [1, 1, 1], 0.12);
        canvas.paint(box(x, y, cell, cell * 1.15), color, 0.3);
        eachDot(letter, (u, v) => {
          canvas.paint(
            box(
              x + u * dot,
              y + ((v * dot * cell) / (letterHeight * (cell / letterWidth))) * 1.15,
              dot,
              dot,
            ),
            ink,
          );
        });
      }
    }
  };
