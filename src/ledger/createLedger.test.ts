import { expect, test, vi } from "vitest";
import type { Attempt } from "./attempt.ts";
import { createLedger } from "./createLedger.ts";

const attempt = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: "sdxl-torch",
  scope: "form",
  input: { prompt: "a" },
  startedAt: 1,
  submit: "sent",
  detached: false,
  ...more,
});

function setUp() {
  const ledger = createLedger();
  void ledger.write(attempt("a"));
  void ledger.write(attempt("b"));
  const heard = vi.fn();
  return { ledger, heard, leave: ledger.subscribe(heard) };
}

test("records stand in the order in which they were begun, one an attempt", () => {
  const { ledger } = setUp();
  void ledger.write(attempt("c"));
  void ledger.write(attempt("c", { scope: "other" }));
  expect(ledger.list()).toEqual([attempt("a"), attempt("b"), attempt("c", { scope: "other" })]);
});

test("an attempt that comes back after it was forgotten stands where it stood", () => {
  const { ledger } = setUp();
  void ledger.write(attempt("c", { startedAt: 2 }));
  ledger.remove("b");
  void ledger.write(attempt("b"));
  expect(ledger.list().map(({ attemptId }) => attemptId)).toEqual(["a", "b", "c"]);
});

test("an update changes one attempt, and never whose it is", () => {
  const { ledger, heard } = setUp();
  const [first, second] = ledger.list();
  ledger.update("b", { submit: "taken", requestId: "r", attemptId: "a" });
  expect(ledger.list()).toEqual([first, attempt("b", { submit: "taken", requestId: "r" })]);
  expect(second).toEqual(attempt("b"));
  expect(heard).toHaveBeenCalledOnce();
});

test("what was forgotten is gone, and no update brings it back", () => {
  const { ledger } = setUp();
  ledger.remove("a");
  ledger.update("a", { submit: "taken" });
  expect(ledger.list()).toEqual([attempt("b")]);
});

test("the list is the same array until something changes, and a new one then", () => {
  const { ledger, heard } = setUp();
  const before = ledger.list();
  ledger.update("unknown", { submit: "taken" });
  ledger.remove("unknown");
  expect(ledger.list()).toBe(before);
  expect(heard).not.toHaveBeenCalled();
  ledger.update("a", { detached: true });
  expect(ledger.list()).not.toBe(before);
  expect(before).toEqual([attempt("a"), attempt("b")]);
});

test("who left hears no more, and the others do", () => {
  const { ledger, heard, leave } = setUp();
  const other = vi.fn();
  ledger.subscribe(other);
  leave();
  leave();
  ledger.remove("a");
  expect(heard).not.toHaveBeenCalled();
  expect(other).toHaveBeenCalledOnce();
});

test("two ledgers know nothing of each other", () => {
  setUp();
  expect(createLedger().list()).toEqual([]);
});

test("a listener that throws keeps no other one from hearing, and no change from being made", () => {
  const told = vi.spyOn(console, "error").mockReturnValue();
  const { ledger } = setUp();
  const heard = vi.fn();
  ledger.subscribe(() => {
    throw new Error("a broken reader");
  });
  ledger.subscribe(heard);
  ledger.update("a", { submit: "taken", requestId: "r" });
  expect(heard).toHaveBeenCalledOnce();
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});
