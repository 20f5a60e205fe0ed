import * as fc from "fast-check";
import { expect, test } from "vitest";
import { neighborsOf } from "../../../test/neighbors.ts";
import type { Attempt } from "../../ledger/attempt.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { firstSnapshot } from "../firstSnapshot.ts";
import { readTabMessage, writeTabMessage } from "./tabMessage.ts";

const attempt: Attempt = {
  attemptId: "a",
  modelId: "sdxl-torch",
  scope: "form",
  input: { prompt: "a" },
  startedAt: 1,
  submit: "refused",
  error: new EaselError("refused", { message: "No." }),
  detached: false,
};

test("preserves a message, including its errors", () => {
  const message = {
    snapshots: [{ ...firstSnapshot("r", "queued", 1), trouble: new EaselError("network") }],
    change: { attemptId: "a", attempt, changed: ["submit", "error"] as const },
    learned: { modelId: "m", history: { version: 1 } },
    hello: true as const,
  };
  const read = readTabMessage(writeTabMessage(message));
  expect(read).toEqual(message);
  expect(EaselError.is(read.change?.attempt?.error)).toBe(true);
  const gone = { change: { attemptId: "a", attempt: undefined } };
  expect(readTabMessage(writeTabMessage(gone)).change).toEqual({
    ...gone.change,
    changed: undefined,
  });
});

test.each([
  "",
  "{",
  "null",
  "7",
  { watches: [] },
  '{"watches":7,"change":7,"learned":7,"hello":7}',
  '{"watches":[null,{},{"requestId":"r","state":"queued"}]}',
  '{"change":{"attemptId":"a","record":{"attemptId":"a"}}}',
  '{"change":{"attemptId":"a","record":null}}',
  '{"change":{"attemptId":7}}',
  '{"learned":{"modelId":7}}',
])("ignores an invalid message: %j", (text) => {
  const { snapshots = [], change, learned, hello } = readTabMessage(text);
  expect([snapshots, change, learned, hello]).toEqual([[], undefined, undefined, undefined]);
});

test("reads an earlier version's message", () => {
  const text =
    '{"watches":[{"requestId":"r","state":"processing","metrics":{"queueTime":0.4},"submittedAt":1767268800000,"misses":1,"unknownLooks":0,"looks":{"count":1,"unfinishedMs":40,"queuedMs":0,"processingMs":40,"endedMs":0,"failed":false,"roundTripMs":80},"retryAt":1767268801000,"trouble":{"error":"No connection.","code":"network","charged":"unknown","retry":"safe"}}],"change":{"attemptId":"a","record":{"attemptId":"a","modelId":"sdxl-torch","scope":"form","input":{"prompt":"a"},"startedAt":1767268800000,"submit":"taken","requestId":"r","detached":false},"changed":["submit","requestId","error"]},"learned":{"modelId":"sdxl-torch","history":{"version":1}},"hello":true}';
  expect(readTabMessage(text)).toMatchObject({
    snapshots: [{ state: "processing", misses: 1, trouble: { code: "network" } }],
    change: {
      attemptId: "a",
      attempt: { requestId: "r" },
      changed: ["submit", "requestId", "error"],
    },
    learned: { modelId: "sdxl-torch" },
    hello: true,
  });
});

test("reads a snapshot without a poll time as very old", () => {
  const sent = writeTabMessage({ snapshots: [firstSnapshot("r", "queued", 1)] });
  const earlier = sent.replace(/"lookedAt":\d+,?/, "");
  expect(earlier).not.toBe(sent);
  const [read] = readTabMessage(earlier).snapshots ?? [];
  expect(read).toMatchObject({ requestId: "r", polledAt: 0 });
});

test("reads only the valid parts of a damaged message", () => {
  const trouble = new EaselError("rate_limited", { retryAt: 1, fields: { prompt: "No." } });
  const watch = { ...firstSnapshot("r", "queued", 1), trouble, metrics: { queueTime: 1 } };
  const change = { attemptId: "a", attempt, changed: ["submit"] as const };
  const learned = { modelId: "m", history: { version: 1 } };
  const message = writeTabMessage({ snapshots: [watch], change, learned, hello: true });
  fc.assert(
    fc.property(neighborsOf(JSON.parse(message)), (text) => {
      const read = readTabMessage(text);
      for (const { state, submittedAt, observations, trouble: why } of read.snapshots ?? []) {
        expect(["queued", "processing", "completed", "failed"]).toContain(state);
        expect(new Date(submittedAt).getTime()).not.toBeNaN();
        expect(Object.values(observations).every((one) => /number|boolean/.test(typeof one))).toBe(
          true,
        );
        expect(why === undefined || EaselError.is(why)).toBe(true);
      }
      expect(read.change?.attempt?.attemptId ?? read.change?.attemptId).toBe(
        read.change?.attemptId,
      );
      expect(typeof (read.learned?.modelId ?? "")).toBe("string");
    }),
    { seed: 20_261_129, numRuns: 1_000 },
  );
});
