import { expect, test } from "vitest";
import type { JobResult } from "../../../protocol/wire.ts";
import { resultSeed } from "./resultSeed.ts";

const result = (body: JobResult["body"], seed?: number): JobResult => ({
  requestId: "job",
  images: [],
  body,
  ...(seed === undefined ? {} : { seed }),
});

test("returns the image's seed, or the job's seed", () => {
  expect(resultSeed(result({ seeds: [7, "8"] }, 7), 1)).toBe("8");
  expect(resultSeed(result({ seed: [7, 8] }), 1)).toBe("8");
  expect(resultSeed(result({}, 7), 1)).toBe("7");
});

test("returns all digits of a seed that a number can't hold", () => {
  expect(resultSeed(result({ seed: "99999999999999999999" }))).toBe("99999999999999999999");
  expect(resultSeed(result({}))).toBeUndefined();
  expect(resultSeed(undefined)).toBeUndefined();
});
