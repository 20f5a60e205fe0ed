import { expect, test, vi } from "vitest";
import { createAttempt as attempt } from "../../test/storedAttempts.ts";
import { createLedger } from "./createLedger.ts";

function setUp() {
  const ledger = createLedger();
  void ledger.write(attempt("a"));
  void ledger.write(attempt("b"));
  const listener = vi.fn();
  return { ledger, listener, leave: ledger.subscribe(listener) };
}

test("lists one entry for each attempt, oldest first", () => {
  const { ledger } = setUp();
  void ledger.write(attempt("c"));
  void ledger.write(attempt("c", { scope: "other" }));
  expect(ledger.list()).toEqual([attempt("a"), attempt("b"), attempt("c", { scope: "other" })]);
});

test("restores a removed attempt at its position", () => {
  const { ledger } = setUp();
  void ledger.write(attempt("c", { startedAt: 2 }));
  ledger.remove("b");
  void ledger.write(attempt("b"));
  expect(ledger.list().map(({ attemptId }) => attemptId)).toEqual(["a", "b", "c"]);
});

test("updates one attempt, but never its ID", () => {
  const { ledger, listener } = setUp();
  const [first, second] = ledger.list();
  ledger.update("b", { submit: "taken", requestId: "r", attemptId: "a" });
  expect(ledger.list()).toEqual([first, attempt("b", { submit: "taken", requestId: "r" })]);
  expect(second).toEqual(attempt("b"));
  expect(listener).toHaveBeenCalledOnce();
});

test("keeps a removed attempt removed after an update", () => {
  const { ledger } = setUp();
  ledger.remove("a");
  ledger.update("a", { submit: "taken" });
  expect(ledger.list()).toEqual([attempt("b")]);
});

test("returns the same array until something changes", () => {
  const { ledger, listener } = setUp();
  const before = ledger.list();
  ledger.update("unknown", { submit: "taken" });
  ledger.remove("unknown");
  expect(ledger.list()).toBe(before);
  expect(listener).not.toHaveBeenCalled();
  ledger.update("a", { detached: true });
  expect(ledger.list()).not.toBe(before);
  expect(before).toEqual([attempt("a"), attempt("b")]);
});

test("notifies only current subscribers", () => {
  const { ledger, listener, leave } = setUp();
  const other = vi.fn();
  ledger.subscribe(other);
  leave();
  leave();
  ledger.remove("a");
  expect(listener).not.toHaveBeenCalled();
  expect(other).toHaveBeenCalledOnce();
});

test("keeps two ledgers separate", () => {
  setUp();
  expect(createLedger().list()).toEqual([]);
});

test("notifies the other listeners after one throws", () => {
  const consoleError = vi.spyOn(console, "error").mockReturnValue();
  const { ledger } = setUp();
  const listener = vi.fn();
  ledger.subscribe(() => {
    throw new Error("broken listener");
  });
  ledger.subscribe(listener);
  ledger.update("a", { submit: "taken", requestId: "r" });
  expect(listener).toHaveBeenCalledOnce();
  expect(consoleError).toHaveBeenCalledOnce();
  consoleError.mockRestore();
});
