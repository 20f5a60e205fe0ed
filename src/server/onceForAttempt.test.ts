import { afterEach, expect, test, vi } from "vitest";
import { EaselError, type EaselErrorCode } from "../protocol/index.ts";
import type { HandlerEvent } from "./handlerEvent.ts";
import { onceForAttempt, type Attempt } from "./onceForAttempt.ts";
import { memoryStore } from "./stores/memoryStore.ts";
import type { Store } from "./stores/store.ts";

const attempt: Attempt = {
  userId: "ada@host.example",
  key: "attempt-1",
  modelId: "sdxl-torch",
  input: { prompt: "a fox" },
};

function setUp(store: Store = memoryStore()) {
  const events: HandlerEvent[] = [];
  const submit = vi.fn(
    async (_id: string): Promise<string> => `ticket ${submit.mock.calls.length}`,
  );
  const run = async (change: Partial<Attempt> = {}) => {
    const report = (event: HandlerEvent) => void events.push(event);
    return onceForAttempt({ store, report }, { ...attempt, ...change }, submit);
  };
  const codeOf = async (call: Promise<unknown>): Promise<EaselErrorCode | "no error"> =>
    call.then(
      () => "no error",
      (error: unknown) => (EaselError.is(error) ? error.code : "internal"),
    );
  return { store, submit, run, codeOf, events };
}

afterEach(() => {
  vi.useRealTimers();
});

test("the same attempt again gets the first answer, and nothing is sent", async () => {
  const { run, submit } = setUp();
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: false });
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: true });
  expect(submit).toHaveBeenCalledTimes(1);
});

test("a hundred at once with one key are sent once, and all get its answer", async () => {
  const { run, submit } = setUp();
  let land: (ticket: string) => void = () => undefined;
  submit.mockReturnValue(new Promise((resolve) => (land = resolve)));
  const all = Promise.all(Array.from({ length: 100 }, () => run()));
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  land("the ticket");
  const answers = await all;
  expect(submit).toHaveBeenCalledTimes(1);
  expect(new Set(answers.map(({ ticket }) => ticket))).toEqual(new Set(["the ticket"]));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
});

test("keys belong to their user, and a key to its input", async () => {
  const { run, submit, codeOf } = setUp();
  await run();
  expect(await codeOf(run({ input: { prompt: "a cat" } }))).toBe("key_reused");
  expect(await codeOf(run({ modelId: "sd2.1-txt2img" }))).toBe("key_reused");
  expect(await run({ userId: "bob", input: { prompt: "a cat" } })).toMatchObject({
    repeated: false,
  });
  expect(submit).toHaveBeenCalledTimes(2);
});

test.each([
  ["a lost answer", new EaselError("submit_unknown")],
  ["an answer without an id", new EaselError("submit_unreadable")],
  ["an error of nobody knows what", new Error("boom")],
])("after %s the attempt is never sent again", async (_, error) => {
  const { run, submit, codeOf } = setUp();
  submit.mockRejectedValue(error);
  await codeOf(run());
  expect(await codeOf(run())).toBe("submit_unknown");
  expect(await codeOf(run({ input: {} }))).toBe("key_reused");
  expect(submit).toHaveBeenCalledTimes(1);
});

test.each(["rate_limited", "upstream_no_credits", "refused", "parameter_rejected"] as const)(
  "%s goes to all who wait, and frees the key for the next",
  async (code) => {
    const { run, submit, codeOf, store } = setUp();
    let refuse: (error: EaselError) => void = () => undefined;
    submit.mockReturnValueOnce(new Promise((_, reject) => (refuse = reject)));
    const [add, get] = [vi.spyOn(store, "add"), vi.spyOn(store, "get")];
    const codes = Promise.all(Array.from({ length: 10 }, () => codeOf(run())));
    await vi.waitFor(() => {
      expect(add.mock.settledResults.filter(({ type }) => type === "fulfilled")).toHaveLength(10);
      expect(get.mock.calls.length).toBeGreaterThanOrEqual(9);
    });
    refuse(new EaselError(code));
    expect(await codes).toEqual(Array.from({ length: 10 }, () => code));
    expect(await run({ input: { prompt: "another" } })).toEqual({
      ticket: "ticket 2",
      repeated: false,
    });
  },
);

test("a refusal says the same to those who wait as to the one who asked", async () => {
  const { run, submit, store } = setUp();
  const refusal = new EaselError("rate_limited", { retryAt: 7, message: "Slowly." });
  let refuse: (error: EaselError) => void = () => undefined;
  submit.mockReturnValueOnce(new Promise((_, reject) => (refuse = reject)));
  const get = vi.spyOn(store, "get");
  const errors = Promise.allSettled([run(), run()]);
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  refuse(refusal);
  expect((await errors).map((outcome) => JSON.stringify(outcome))).toEqual(
    Array.from({ length: 2 }, () => JSON.stringify({ status: "rejected", reason: refusal })),
  );
});

test("an attempt that was begun by a process that died is submit_unknown for ever", async () => {
  const { run, submit, codeOf, store } = setUp();
  // It never comes back.
  submit.mockReturnValueOnce(new Promise<string>(() => undefined));
  void run();
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 76_000 });
  const other = setUp(store);
  expect(await codeOf(other.run())).toBe("submit_unknown");
  expect(other.submit).not.toHaveBeenCalled();
});

/** Somebody else who comes with the same attempt, once it has begun to wait. */
async function startWaiting(store: Store) {
  const { run, submit, codeOf } = setUp(store);
  const get = vi.spyOn(store, "get");
  const answer = run();
  const hasHeard = vi.fn();
  void codeOf(answer).then(hasHeard);
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  return { answer, hasHeard, submit };
}

test("who waits for a process that has died is told so after ten seconds, and nothing is sent", async () => {
  const store = memoryStore();
  const isWord = (key: string) => key.startsWith("sending:");
  const dead = setUp({
    ...store,
    add: async (key, ...rest) => isWord(key) || store.add(key, ...rest),
  });
  dead.submit.mockReturnValueOnce(new Promise<string>(() => undefined));
  void dead.run();
  await vi.waitFor(() => expect(dead.submit).toHaveBeenCalled());
  vi.useFakeTimers();
  const { hasHeard, submit } = await startWaiting(store);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(hasHeard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(hasHeard).toHaveBeenCalledWith("submit_unknown");
  expect(submit).not.toHaveBeenCalled();
});

test("a submit that takes long is waited for as long as its sender lives", async () => {
  vi.useFakeTimers();
  const { run, submit, store } = setUp();
  let land: (ticket: string) => void = () => undefined;
  submit.mockReturnValueOnce(new Promise((resolve) => (land = resolve)));
  const first = run();
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  const { answer, hasHeard } = await startWaiting(store);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(hasHeard).not.toHaveBeenCalled();
  land("the ticket");
  await first;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toEqual({ ticket: "the ticket", repeated: true });
  expect(vi.getTimerCount()).toBe(0);
});

test("with the store down nothing is sent", async () => {
  const down = async () => {
    throw new Error("no connection");
  };
  const { run, submit, codeOf } = setUp({ get: down, add: down, replace: down, take: down });
  expect(await codeOf(run())).toBe("store_down");
  expect(submit).not.toHaveBeenCalled();
});

test("with the store down while it waits, nobody can say what became of the first", async () => {
  const store = memoryStore();
  const { run, codeOf, submit } = setUp(store);
  submit.mockReturnValueOnce(new Promise<string>(() => undefined));
  void run();
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  const second = setUp({ ...store, get: () => Promise.reject(new Error("no connection")) });
  expect(await codeOf(second.run())).toBe("submit_unknown");
  expect(second.submit).not.toHaveBeenCalled();
});

test("a store that goes down while the job is sent does not lose the job", async () => {
  const store = memoryStore();
  const { run, events } = setUp({
    ...store,
    replace: async () => {
      throw new Error("no connection");
    },
  });
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: false });
  expect(events).toMatchObject([{ type: "error", where: "store" }]);
});

test("the store holds neither the user, the key nor the input", async () => {
  const seen: string[] = [];
  const store = memoryStore();
  const { run } = setUp({
    ...store,
    add: (key, value, lifeMs) => {
      seen.push(key, value);
      return store.add(key, value, lifeMs);
    },
  });
  await run();
  expect(seen.join(" ")).not.toMatch(/ada@|attempt-1|a fox/);
});

test("a key that is used again after its record has expired is another job with another id", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { run, submit } = setUp();
  await run();
  vi.advanceTimersByTime(24 * 3_600_000 + 1);
  await run();
  const [first, second] = submit.mock.calls.map(([id]) => id);
  expect(second).not.toBe(first);
});
