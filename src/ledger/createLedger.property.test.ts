import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import browser from "../../test/formats/browser.json" with { type: "json" };
import { neighborsOf } from "../../test/neighbors.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { readResult } from "../protocol/wire.ts";
import type { Attempt } from "./attempt.ts";
import { createLedger } from "./createLedger.ts";
import { memoryStorage } from "./memoryStorage.ts";
import { deserializeAttempt, serializeAttempt } from "./serializeAttempt.ts";

const stored = Object.entries(browser).filter(([key]) => key.startsWith("easel:"));
const neighbor = fc
  .constantFrom(...stored)
  .chain(([key, text]) =>
    neighborsOf(JSON.parse(text)).map((near) => [key.split(":").at(-1) ?? "", near] as const),
  );

/** Fails if code that reads the attempt would throw or render a value that isn't text. */
function useRecord({ startedAt, endedAt = 0, result, error, trouble, ...attempt }: Attempt) {
  for (const moment of [startedAt, endedAt, error?.retryAt ?? 0]) {
    new Intl.DateTimeFormat("en").format(moment + 7 * 24 * 3_600_000);
  }
  for (const one of [error, trouble]) {
    if (!one) continue;
    expect(EaselError.is(one)).toBe(true);
    expect(one.remedy).toEqual(expect.any(String));
    expect(Object.values(one.fields ?? {}).every((text) => typeof text === "string")).toBe(true);
  }
  for (const { url, contentType = "" } of result?.images ?? []) {
    expect(new URL(url, "https://app.test").protocol).toMatch(/^(https?|data|blob):$/);
    expect(contentType.toLowerCase()).toEqual(expect.any(String));
  }
  expect(typeof (result?.seed ?? 0)).toBe("number");
  expect(typeof (result?.text ?? "") + typeof (result?.prompt ?? "")).toBe("stringstring");
  expect((attempt.omitted ?? []).every((name) => typeof name === "string")).toBe(true);
  expect(typeof (attempt.requestId ?? "")).toBe("string");
}

/** Fields that identify a job. If they are unchanged, changes to other fields must not hide it. */
const essential = [
  "version",
  "attemptId",
  "modelId",
  "scope",
  "input",
  "startedAt",
  "submit",
  "requestId",
] as const;

function isFindable(attemptId: string, text: string): boolean {
  const pick = (json: string | undefined) => {
    const value = JSON.parse(json || "null") as Partial<Record<string, unknown>> | null;
    return JSON.stringify(essential.map((field) => value?.[field]));
  };
  return pick(text) === pick(stored.find(([key]) => key.endsWith(`:${attemptId}`))?.[1]);
}

test("reads or keeps changed text, and never loses another attempt", () => {
  const warn = vi.spyOn(console, "warn");
  fc.assert(
    fc.property(neighbor, ([attemptId, text]) => {
      warn.mockReset().mockReturnValue();
      const storage = memoryStorage();
      const good = deserializeAttempt(stored[2]?.[1] ?? "") as Attempt;
      void createLedger({ storage }).write({ ...good, attemptId: "good" });
      storage.set(`easel::${attemptId}`, text);
      const attempts = createLedger({ storage }).list();
      expect(attempts.some((one) => one.attemptId === "good")).toBe(true);
      expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
      for (const one of attempts) useRecord(one);
      const read = attempts.find((one) => one.attemptId === attemptId);
      if (isFindable(attemptId, text)) expect(read).toBeDefined();
      if (read) {
        expect(deserializeAttempt(serializeAttempt(read))).toMatchObject({ attemptId });
      } else {
        const texts = storage.entries("easel") as Iterable<readonly [string, string]>;
        expect([...texts].map(([, one]) => one)).toContain(text);
      }
    }),
    { seed: 20_261_129, numRuns: 2_000 },
  );
  warn.mockRestore();
});

test("stores and reads an attempt with any result", () => {
  const good = deserializeAttempt(stored[3]?.[1] ?? "") as Attempt;
  const near = neighborsOf(good.result?.body).map((text) => JSON.parse(text || "null") as unknown);
  fc.assert(
    fc.property(fc.oneof(near, fc.dictionary(fc.string(), fc.jsonValue())), (body) => {
      if (typeof body !== "object" || body === null) return;
      const answer = { status: 200, headers: new Headers(), body, text: "", redirected: false };
      const { result: _, ...taken } = good;
      const attempt = { ...taken, result: readResult(answer, "ticket-3") };
      const read = deserializeAttempt(serializeAttempt(attempt));
      expect(read).toMatchObject({ attemptId: "a3", requestId: "ticket-3" });
    }),
    { seed: 20_261_129, numRuns: 1_000 },
  );
});

test("drops a result that is nested too deeply, but keeps its attempt", () => {
  const good = deserializeAttempt(stored[3]?.[1] ?? "") as Attempt;
  const deep = JSON.parse("[".repeat(9_000) + "]".repeat(9_000)) as unknown;
  const result = { requestId: "ticket-3", images: [], body: { deep } };
  const read = deserializeAttempt(serializeAttempt({ ...good, result, input: { deep } }));
  expect(read).toMatchObject({ attemptId: "a3", omitted: ["deep"] });
  expect(read).not.toHaveProperty("result");
  const text = JSON.stringify({ ...good, version: 1 }).slice(0, -1);
  expect(
    deserializeAttempt(`${text},"extra":${"[".repeat(9_000)}${"]".repeat(9_000)}}`),
  ).toBeUndefined();
});
