import { expect, test } from "vitest";
import type { Job } from "../../runtime/job.ts";
import { historyRows } from "./historyRows.ts";

const now = new Date(2026, 10, 20, 9, 30).getTime();
const at = (attemptId: string, ...date: [number, number, number, number]) =>
  ({ attemptId, startedAt: new Date(...date).getTime() }) as Job;

test("gives each day one localized heading", () => {
  const jobs = [
    at("a", 2026, 10, 20, 9),
    at("b", 2026, 10, 20, 0),
    at("c", 2026, 10, 19, 23),
    at("d", 2026, 10, 2, 12),
    at("e", 2025, 10, 2, 12),
  ];
  const shown = (locale: string) =>
    historyRows(jobs, locale, now).map(({ key, ...row }) => ("day" in row ? row.day : key));
  expect(shown("en")).toEqual([
    "today",
    "a",
    "b",
    "yesterday",
    "c",
    "Monday, November 2",
    "d",
    "Sunday, November 2, 2025",
    "e",
  ]);
  expect(shown("de")[3]).toBe("gestern");
});
