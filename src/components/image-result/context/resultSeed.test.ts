import { expect, test } from "vitest";
import type { JobResult } from "../../../protocol/wire.ts";
import { resultSeed } from "./resultSeed.ts";

const result = (body: JobResult["body"], seed?: number): JobResult => ({
  requestId: "job",
  images: [],
  body,
  ...(seed === undefined ? {} : { seed }),
});

test("returns an image's seed, else the job's", () => {
  expect(resultSeed(result({ seeds: [7, "8"] }, 7), 1)).toBe("8");
  expect(resultSeed(result({ seed: [7, 8] }), 1)).toBe("8");
  expect(resultSeed(result({}, 7), 1)).toBe("7");
});

test("a seed that no number holds stays in all its digits", () => {
  expect(resultSeed(result({ seed: "99999999999999999999" }))).toBe("99999999999999999999");
  expect(resultSeed(result({}))).toBeUndefined();
  expect(resultSeed(undefined)).toBeUndefined();
});
