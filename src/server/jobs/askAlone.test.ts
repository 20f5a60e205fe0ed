import { expect, test, vi } from "vitest";
import { memoryStore } from "../stores/memoryStore.ts";
import { askAlone, type Question } from "./askAlone.ts";

/** Processes with one question, that share a store. */
function setUp(patienceMs = 2_000) {
  const store = memoryStore();
  let answer: string | undefined;
  let land = (): void => undefined;
  const ask = vi.fn(
    () =>
      new Promise<string>((resolve) => {
        land = () => {
          answer = "the answer";
          resolve(answer);
        };
      }),
  );
  const question: Question<string> = {
    read: async () => answer,
    ask,
    giveUp: async () => "what was known before",
    patienceMs,
  };
  const start = (signal = new AbortController().signal) =>
    askAlone(store, "question", signal, question);
  return { store, ask, start, land: () => land() };
}

test("one asks, and the others wait for what it writes", async () => {
  const { start, ask, land } = setUp();
  const all = Promise.all([start(), start(), start()]);
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
  land();
  expect(await all).toEqual(["the answer", "the answer", "the answer"]);
  expect(await start()).toBe("the answer");
  expect(ask).toHaveBeenCalledTimes(1);
});

test("an ask that fails leaves the next one to another", async () => {
  const { start, ask, land } = setUp();
  ask.mockRejectedValueOnce(new Error("no answer"));
  await expect(start()).rejects.toThrow("no answer");
  const second = start();
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  land();
  expect(await second).toBe("the answer");
});

test("whoever waits too long makes do with what is known, and one who has gone waits no more", async () => {
  const { start, ask } = setUp(60);
  void start();
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
  expect(await start()).toBe("what was known before");
  await expect(start(AbortSignal.abort())).rejects.toMatchObject({ code: "aborted" });
  expect(ask).toHaveBeenCalledTimes(1);
});
