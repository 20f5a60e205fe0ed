import { afterEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import { createWriteBack } from "../stores/createWriteBack.ts";
import { guardStore } from "../stores/guardStore.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import type { Store } from "../stores/store.ts";
import { createBackground } from "../timing/createBackground.ts";
import { createAttempts, type SubmitAttempt, type Reservation } from "./createAttempts.ts";

const attempt: SubmitAttempt = {
  userId: "ada@host.example",
  key: "attempt-1",
  asked: "a fox",
};

/** Creates the attempts of one process. Those with the same store are processes of one app. */
function setUp(store: Store = memoryStore()) {
  const events: HandlerEvent[] = [];
  const submit = vi.fn(async ({ startSending }: Reservation): Promise<string> => {
    await startSending();
    return `ticket ${submit.mock.calls.length}`;
  });
  const report = (event: HandlerEvent) => void events.push(event);
  const noteLoss = vi.fn();
  const writeBack = createWriteBack(createBackground(), report);
  const attempts = createAttempts(
    guardStore(store, () => undefined),
    writeBack,
    { ensure: async () => undefined, noteLoss },
  );
  const run = async (change: Partial<SubmitAttempt> = {}) =>
    attempts.submitOnce({ ...attempt, ...change }, submit);
  const ids = () => submit.mock.calls.map(([{ id }]) => id);
  return { store, submit, run, flush: writeBack.flush, events, noteLoss, ids };
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "no error",
    (error: unknown) => (EaselError.is(error) ? error.code : "internal"),
  );
}

/** A submit that ends when the test says so. */
function createSlowSubmit() {
  let land: (ticket: string) => void = () => undefined;
  let refuse: (error: EaselError) => void = () => undefined;
  const ticket = new Promise<string>((resolve, reject) => {
    land = resolve;
    refuse = reject;
  });
  const submit = async ({ startSending }: Reservation) => {
    await startSending();
    return ticket;
  };
  return { submit, land, refuse };
}

/** A submit of a process that dies in the middle of it. */
const dies =
  (phase: "reserved" | "sending") =>
  async ({ startSending }: Reservation) => {
    if (phase === "sending") await startSending();
    return new Promise<string>(() => undefined);
  };

/** Starts a request in another process, and resolves when it waits for the first. */
async function startWaiting(store: Store) {
  const other = setUp(store);
  const get = vi.spyOn(store, "get");
  const answer = other.run();
  const settled = vi.fn();
  void codeOf(answer).then(settled);
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  return { ...other, answer, settled };
}

/** A process that dies has no timers. */
async function runDying(store: Store, phase: "reserved" | "sending") {
  const dead = setUp(store);
  dead.submit.mockImplementation(dies(phase));
  vi.useFakeTimers();
  void dead.run();
  await vi.waitFor(() => expect(dead.submit).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
  return dead;
}

afterEach(() => {
  vi.useRealTimers();
});

test("returns the first ticket for a repeat in any process, without sending it", async () => {
  const { run, submit, store } = setUp();
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: false });
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: true });
  expect(await setUp(store).run()).toEqual({ ticket: "ticket 1", repeated: true });
  expect(submit).toHaveBeenCalledTimes(1);
});

test("sends a hundred concurrent repeats in two processes once, and returns one ticket to all", async () => {
  const one = setUp();
  const other = setUp(one.store);
  const slow = createSlowSubmit();
  for (const { submit } of [one, other]) submit.mockImplementation(slow.submit);
  const all = Promise.all(
    Array.from({ length: 100 }, (_, index) => (index % 2 ? one : other).run()),
  );
  const count = () => one.submit.mock.calls.length + other.submit.mock.calls.length;
  await vi.waitFor(() => expect(count()).toBe(1));
  slow.land("the ticket");
  const answers = await all;
  expect(count()).toBe(1);
  expect(new Set(answers.map(({ ticket }) => ticket))).toEqual(new Set(["the ticket"]));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
});

test("separates keys by user, and rejects a key with another input", async () => {
  const { run, submit, store } = setUp();
  await run();
  for (const { run: runIn } of [{ run }, setUp(store)]) {
    expect(await codeOf(runIn({ asked: "a cat" }))).toBe("key_reused");
  }
  expect(await run({ userId: "bob", asked: "a cat" })).toMatchObject({
    repeated: false,
  });
  expect(submit).toHaveBeenCalledTimes(2);
});

test.each([
  ["a lost response", new EaselError("submit_unknown")],
  ["a response without an ID", new EaselError("submit_unreadable")],
  ["an unknown error", new Error("boom")],
])("never sends an attempt again after %s", async (_, error) => {
  const { run, submit, store } = setUp();
  submit.mockRejectedValue(error);
  await codeOf(run());
  const other = setUp(store);
  expect(await codeOf(run())).toBe("submit_unknown");
  expect(await codeOf(other.run())).toBe("submit_unknown");
  expect(await codeOf(run({ asked: "another" }))).toBe("key_reused");
  expect(submit.mock.calls.length + other.submit.mock.calls.length).toBe(1);
});

test.each(["rate_limited", "upstream_no_credits", "refused", "parameter_rejected"] as const)(
  "returns %s to all waiting repeats, and lets the key be used again",
  async (code) => {
    const { run, submit, store } = setUp();
    const slow = createSlowSubmit();
    submit.mockImplementationOnce(slow.submit);
    const refusal = new EaselError(code, { retryAt: 7, message: "Slowly." });
    const errors = Promise.allSettled([run(), run()]);
    await vi.waitFor(() => expect(submit).toHaveBeenCalled());
    const other = await startWaiting(store);
    slow.refuse(refusal);
    const outcomes = await Promise.allSettled([errors.then(([first]) => first), other.answer]);
    const texts = [...(await errors), outcomes[1]].map((outcome) => JSON.stringify(outcome));
    expect(new Set(texts)).toEqual(
      new Set([JSON.stringify({ status: "rejected", reason: refusal })]),
    );
    expect(await run({ asked: "another" })).toEqual({
      ticket: "ticket 2",
      repeated: false,
    });
    expect(other.submit).not.toHaveBeenCalled();
  },
);

test("keeps an attempt's job ID after a refusal, unless it is retired", async () => {
  const { run, submit, ids } = setUp();
  submit.mockRejectedValueOnce(new EaselError("rate_limited"));
  for (const code of ["rate_limited", "store_down"] as const) {
    submit.mockImplementationOnce(async ({ retireId }) => {
      retireId();
      throw new EaselError(code);
    });
  }
  await codeOf(run());
  await codeOf(run());
  await codeOf(run());
  await run();
  const [first, second, third, fourth] = ids();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(fourth).not.toBe(third);
});

test("takes over a dead process's reservation after ten seconds with a new job ID", async () => {
  const store = memoryStore();
  const dead = await runDying(store, "reserved");
  vi.useFakeTimers();
  const { answer, settled, ids } = await startWaiting(store);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await answer).toEqual({ ticket: "ticket 1", repeated: false });
  expect([ids().length, ids()[0] === dead.ids()[0]]).toEqual([1, false]);
});

test("throws submit_unknown from then on if a process died while sending an attempt", async () => {
  const store = memoryStore();
  await runDying(store, "sending");
  vi.useFakeTimers();
  const { settled, submit } = await startWaiting(store);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(settled).toHaveBeenCalledWith("submit_unknown");

  await vi.advanceTimersByTimeAsync(700_000);
  const again = setUp(store);
  expect(await codeOf(again.run())).toBe("submit_unknown");
  expect([submit, again.submit].map(({ mock }) => mock.calls)).toEqual([[], []]);
});

test("doesn't send an attempt whose reservation another process took over", async () => {
  const { run, submit, store } = setUp();
  let start: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (start = resolve));
  submit.mockImplementationOnce(async ({ startSending }) => {
    await started;
    await startSending();
    return "never";
  });
  // Stalled for so long that its heartbeats are missing.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const stalled = codeOf(run());
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  vi.setSystemTime(Date.now() + 700_000);
  const other = setUp(store);
  expect(await other.run()).toEqual({ ticket: "ticket 1", repeated: false });
  start();
  expect(await stalled).toBe("submit_unknown");
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: true });
});

test("waits for a slow submit as long as its process is alive", async () => {
  vi.useFakeTimers();
  const { run, submit, store } = setUp();
  const slow = createSlowSubmit();
  submit.mockImplementationOnce(slow.submit);
  const first = run();
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  const { answer, settled } = await startWaiting(store);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(settled).not.toHaveBeenCalled();
  slow.land("the ticket");
  await first;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toEqual({ ticket: "the ticket", repeated: true });
  expect(vi.getTimerCount()).toBe(0);
});

/** A store that can lose all entries. */
function createLosingStore() {
  let kept = memoryStore();
  const store: Store = {
    get: (...args) => kept.get(...args),
    add: (...args) => kept.add(...args),
    replace: (...args) => kept.replace(...args),
    take: (...args) => kept.take(...args),
  };
  const empty = (): void => void (kept = memoryStore());
  return { store, empty };
}

test("restores an entry that the store loses during a submit before the submit ends", async () => {
  vi.useFakeTimers();
  const { store, empty } = createLosingStore();
  const { run, submit, noteLoss } = setUp(store);
  const slow = createSlowSubmit();
  submit.mockImplementationOnce(slow.submit);
  const first = run();
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(100);
  empty();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(noteLoss).toHaveBeenCalledTimes(1);
  const { answer, submit: submitAgain } = await startWaiting(store);
  slow.land("the ticket");
  await first;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toEqual({ ticket: "the ticket", repeated: true });
  expect(submitAgain).not.toHaveBeenCalled();
});

test("restores an entry on a repeat if the store lost it after the submit", async () => {
  const { store, empty } = createLosingStore();
  const { run, noteLoss } = setUp(store);
  await run();
  await run();
  expect(noteLoss).not.toHaveBeenCalled();
  empty();
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: true });
  expect(noteLoss).toHaveBeenCalledTimes(1);
  expect(await setUp(store).run()).toEqual({ ticket: "ticket 1", repeated: true });
});

test.each([
  ["accepts attempts but keeps none", true, "store_down"],
  ["has attempts that can't be read", false, "submit_unknown"],
])("sends nothing with a store that %s", async (_, isAdded, code) => {
  const { run, submit } = setUp({
    get: async () => undefined,
    add: async () => isAdded,
    replace: async () => false,
    take: async () => undefined,
  });
  submit.mockImplementation(async ({ startSending }) => {
    await startSending();
    throw new Error("It was sent.");
  });
  expect(await codeOf(run())).toBe(code);
});

test("queues one write for repeats while the store is down", async () => {
  let isDown = false;
  const kept = memoryStore();
  const add = vi.fn<Store["add"]>(async (...args) => {
    if (isDown) throw new Error("no connection");
    return kept.add(...args);
  });
  const { run, flush } = setUp({ ...kept, add });
  await run();
  isDown = true;
  for (let count = 0; count < 5; count += 1) await run();
  add.mockClear();
  await flush();
  expect(add).toHaveBeenCalledTimes(1);
});

test("sends nothing while the store is down", async () => {
  const down = async () => {
    throw new Error("no connection");
  };
  vi.useFakeTimers();
  const { run, submit } = setUp({ get: down, add: down, replace: down, take: down });
  expect(await codeOf(run())).toBe("store_down");
  expect(submit).not.toHaveBeenCalled();
});

test("throws submit_unknown for a waiting repeat if the store fails", async () => {
  const store = memoryStore();
  await runDying(store, "sending");
  const second = setUp({ ...store, get: () => Promise.reject(new Error("no connection")) });
  expect(await codeOf(second.run())).toBe("submit_unknown");
  expect(second.submit).not.toHaveBeenCalled();
});

test("throws submit_unknown for an unreadable entry", async () => {
  for (const text of ["", "{", "null", '{"record":null}', '{"v":2,"state":"refused"}']) {
    const store = memoryStore();
    const { run, submit } = setUp({ ...store, add: async () => false, get: async () => text });
    expect(await codeOf(run())).toBe("submit_unknown");
    expect(submit).not.toHaveBeenCalled();
  }
});

test("reads an entry with a damaged optional field", async () => {
  const { store, run, ids } = setUp();
  const entry = { v: 1, owner: "o", asked: "a fox", state: "refused", at: 1, host: "other" };
  vi.spyOn(store, "add").mockImplementationOnce(async (key, _, lifeMs) => {
    await store.add(key, JSON.stringify({ ...entry, id: null, ticket: null }), lifeMs);
    return false;
  });
  expect(await run()).toMatchObject({ repeated: false });
  expect(ids()).toHaveLength(1);
});

test("throws submit_unknown for an entry with a damaged ticket", async () => {
  const { store, submit, run } = setUp();
  const entry = { v: 1, owner: "o", asked: "a fox", state: "taken", at: 1, ticket: null };
  vi.spyOn(store, "add").mockImplementationOnce(async (key, _, lifeMs) => {
    await store.add(key, JSON.stringify(entry), lifeMs);
    return false;
  });
  expect(await codeOf(run())).toBe("submit_unknown");
  expect(submit).not.toHaveBeenCalled();
});

test("doesn't store the user or the key", async () => {
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
  expect(seen.join(" ")).not.toMatch(/ada@|attempt-1/);
});

test("submits another job with a new ID for a key whose entry has expired", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const { run, ids } = setUp();
  await run();
  vi.advanceTimersByTime(24 * 3_600_000 + 1);
  await run();
  const [first, second] = ids();
  expect(second).not.toBe(first);
});

/** Creates a store that makes one call for an attempt twice, and returns the second result, like a client that reconnects. */
function resending(call: "add" | "replace", at: number): Store {
  const store = memoryStore();
  const make = store[call] as (key: string, ...args: unknown[]) => Promise<boolean>;
  let calls = 0;
  const resend = async (key: string, ...args: unknown[]): Promise<boolean> => {
    if (key.startsWith("attempt:")) calls += 1;
    if (calls === at) await make(key, ...args);
    return make(key, ...args);
  };
  return { ...store, [call]: resend };
}

test("recognizes a reservation whose write the store reports as failed", async () => {
  vi.useFakeTimers();
  const { run } = setUp(resending("add", 1));
  expect(await run()).toEqual({ ticket: "ticket 1", repeated: false });
});

test("recognizes a takeover whose write the store reports as failed", async () => {
  // The first call stores the refusal.
  const { run, submit, ids } = setUp(resending("replace", 2));
  submit.mockRejectedValueOnce(new EaselError("rate_limited"));
  expect(await codeOf(run())).toBe("rate_limited");
  expect(await run()).toEqual({ ticket: "ticket 2", repeated: false });
  expect(new Set(ids()).size).toBe(1);
});
