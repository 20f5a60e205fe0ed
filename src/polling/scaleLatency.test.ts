import { expect, test } from "vitest";
import { estimateProgress } from "./estimateProgress.ts";
import { historyKey, scaleLatency } from "./scaleLatency.ts";

const latency = { typicalMs: 1_000, slowMs: 3_000 };

test.each([
  [{}, 1],
  [{ samples: 1 }, 1],
  [{ samples: 4 }, 4 ** 0.75],
  [{ samples: "many" }, 1],
])("scales the durations to the images of %j", (input, factor) => {
  expect(scaleLatency({ latency, input })).toEqual({
    quickMs: 1_000 * factor,
    typicalMs: 1_000 * factor,
    slowMs: 3_000 * factor,
  });
});

test("leaves unknown durations unknown", () => {
  expect(scaleLatency({ input: { samples: 4 } })).toBeUndefined();
});

test("separates the histories of jobs with different numbers of images", () => {
  expect(historyKey({ modelId: "sdxl", input: { samples: 1 } })).toBe("sdxl");
  expect(historyKey({ modelId: "sdxl", input: {} })).toBe("sdxl");
  expect(historyKey({ modelId: "sdxl", input: { samples: 4 } })).not.toBe("sdxl");
});

test("doesn't call a first job with four images overdue while its images take as long as expected", () => {
  const usual = scaleLatency({ latency, input: { samples: 4 } });
  const at = (now: number) => estimateProgress({ startedAt: 0, latency: usual, now });
  expect(at(0).usualSeconds).toEqual({ from: 2, to: 9 });
  expect(at(3_500).overdue).toBe(false);
  expect(at(18_000).overdue).toBe(false);
  expect(at(18_001).overdue).toBe(true);
});
