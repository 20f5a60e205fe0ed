import { expect, test, vi } from "vitest";
import { createFlights } from "./createFlights.ts";

function setUp() {
  const landings: ((word: string) => void)[] = [];
  const signals: AbortSignal[] = [];
  const call = vi.fn((signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>((resolve, reject) => {
      landings.push(resolve);
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
  });
  const fly = createFlights<string>();
  return { call, fly, landings, signals, open: new AbortController().signal };
}

test("those who ask at the same time share one call, and the next one is made anew", async () => {
  const { call, fly, landings, open } = setUp();
  const both = Promise.all([fly("job", open, call), fly("job", open, call)]);
  landings[0]?.("done");
  expect(await both).toEqual(["done", "done"]);
  expect(call).toHaveBeenCalledTimes(1);
  void fly("job", open, call);
  void fly("another job", open, call);
  expect(call).toHaveBeenCalledTimes(3);
});

test("one who goes leaves the call to the others; the last one ends it", async () => {
  const { call, fly, signals } = setUp();
  const [first, second] = [new AbortController(), new AbortController()];
  const both = Promise.allSettled([
    fly("job", first.signal, call),
    fly("job", second.signal, call),
  ]);
  first.abort();
  expect(signals[0]?.aborted).toBe(false);
  second.abort();
  expect(signals[0]?.aborted).toBe(true);
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("one who comes after the last has gone gets a call that is not aborted", async () => {
  const { call, fly, landings, open } = setUp();
  const gone = new AbortController();
  const first = fly("job", gone.signal, call).catch(() => "gone");
  gone.abort();
  const second = fly("job", open, call);
  landings[1]?.("done");
  expect([await first, await second]).toEqual(["gone", "done"]);
});

test("one who has gone already asks nobody", async () => {
  const { call, fly } = setUp();
  await expect(fly("job", AbortSignal.abort(), call)).rejects.toMatchObject({ code: "aborted" });
  expect(call).not.toHaveBeenCalled();
});

test("an error is everybody's, and is not kept", async () => {
  const { fly, open } = setUp();
  const broken = vi.fn(async () => {
    throw new Error("broken");
  });
  await expect(fly("job", open, broken)).rejects.toThrow("broken");
  await expect(fly("job", open, broken)).rejects.toThrow("broken");
  expect(broken).toHaveBeenCalledTimes(2);
});
