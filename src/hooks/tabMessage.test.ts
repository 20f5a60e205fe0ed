import { expect, test } from "vitest";
import { startWatch, type JobRecord } from "../client/index.ts";
import { EaselError } from "../protocol/index.ts";
import { readTabMessage, writeTabMessage } from "./tabMessage.ts";

const record: JobRecord = {
  attemptId: "a",
  modelId: "sdxl-torch",
  scope: "form",
  input: { prompt: "a" },
  startedAt: 1,
  submit: "refused",
  error: new EaselError("refused", { message: "No." }),
  detached: false,
};

test("what a tab says arrives as it was, its errors as errors", () => {
  const told = {
    watches: [{ ...startWatch("r", "queued", 1), trouble: new EaselError("network") }],
    change: { attemptId: "a", record, changed: ["submit", "error"] as const },
    learned: { modelId: "m", history: { version: 1 } },
    hello: true as const,
  };
  const read = readTabMessage(writeTabMessage(told));
  expect(read).toEqual(told);
  expect(EaselError.is(read.change?.record?.error)).toBe(true);
  const gone = { change: { attemptId: "a", record: undefined } };
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
])("what is no message of ours says nothing: %j", (text) => {
  const { watches = [], change, learned, hello } = readTabMessage(text);
  expect([watches, change, learned, hello]).toEqual([[], undefined, undefined, undefined]);
});
