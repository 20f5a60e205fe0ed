import { expect, test } from "vitest";
import { createLog } from "./createLog.ts";

const entry = (at: number) =>
  ({ step: "submit", method: "POST", path: "/", at, status: 200, billed: true }) as const;

test("keeps the last 10,000 requests", () => {
  const log = createLog();
  for (let at = 0; at < 10_002; at += 1) log.add(entry(at), 10);
  expect(log.entries).toHaveLength(10_000);
  expect(log.entries[0]?.at).toBe(2);
});

test("drops the oldest entries when bodies are large, but never the newest", () => {
  const log = createLog();
  log.add(entry(1), 60_000_000);
  log.add(entry(2), 60_000_000);
  expect(log.entries.map(({ at }) => at)).toEqual([2]);
  log.add(entry(3), 200_000_000);
  expect(log.entries.map(({ at }) => at)).toEqual([3]);
});
