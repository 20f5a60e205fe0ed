import { expect, test, vi } from "vitest";
import { createSingleFlight } from "./createSingleFlight.ts";

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
  const singleFlight = createSingleFlight();
  return { call, singleFlight, landings, signals, open: new AbortController().signal };
}

test("shares one call among concurrent callers, and starts a new one for the next", async () => {
  const { call, singleFlight, landings, open } = setUp();
  const both = Promise.all([singleFlight("job", open, call), singleFlight("job", open, call)]);
  landings[0]?.("done");
  expect(await both).toEqual(["done", "done"]);
  expect(call).toHaveBeenCalledTimes(1);
  void singleFlight("job", open, call);
  void singleFlight("another job", open, call);
  expect(call).toHaveBeenCalledTimes(3);
});

test("aborts the call only when the last caller is aborted", async () => {
  const { call, singleFlight, signals } = setUp();
  const [first, second] = [new AbortController(), new AbortController()];
  const both = Promise.allSettled([
    singleFlight("job", first.signal, call),
    singleFlight("job", second.signal, call),
  ]);
  first.abort();
  expect(signals[0]?.aborted).toBe(false);
  second.abort();
  expect(signals[0]?.aborted).toBe(true);
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("starts a new call after the last caller was aborted", async () => {
  const { call, singleFlight, landings, open } = setUp();
  const gone = new AbortController();
  const first = singleFlight("job", gone.signal, call).catch(() => "gone");
  gone.abort();
  const second = singleFlight("job", open, call);
  landings[1]?.("done");
  expect([await first, await second]).toEqual(["gone", "done"]);
});

test("starts no call for a caller that is already aborted", async () => {
  const { call, singleFlight } = setUp();
  await expect(singleFlight("job", AbortSignal.abort(), call)).rejects.toMatchObject({
    code: "aborted",
  });
  expect(call).not.toHaveBeenCalled();
});

test("rejects all callers with an error, and doesn't store it", async () => {
  const { singleFlight, open } = setUp();
  const broken = vi.fn(async () => {
    throw new Error("broken");
  });
  await expect(singleFlight("job", open, broken)).rejects.toThrow("broken");
  await expect(singleFlight("job", open, broken)).rejects.toThrow("broken");
  expect(broken).toHaveBeenCalledTimes(2);
});
