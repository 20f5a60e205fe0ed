import { expect, test } from "vitest";
import { cosine, sine } from "./turns.ts";

test("returns the sine and cosine of an angle in turns", () => {
  for (let turn = -2; turn <= 2; turn += 0.013) {
    expect(sine(turn)).toBeCloseTo(Math.sin(turn * 2 * Math.PI), 4);
    expect(cosine(turn)).toBeCloseTo(Math.cos(turn * 2 * Math.PI), 4);
  }
});
