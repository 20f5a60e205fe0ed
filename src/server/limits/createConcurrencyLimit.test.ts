import { expect, test } from "vitest";
import { createConcurrencyLimit } from "./createConcurrencyLimit.ts";

/** Work that runs until it is ended by name. */
function setUp(most: Parameters<typeof createConcurrencyLimit>[0]) {
  const limit = createConcurrencyLimit(most);
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const run = (name: string, signal = new AbortController().signal) =>
    limit(name.slice(0, 1), signal, () => {
      started.push(name);
      return new Promise<void>((resolve, reject) => {
        ends.set(name, (error) => (error ? reject(error) : resolve()));
      });
    });
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const settle = () => end("");
  return { run, end, started, settle };
}

test("limits concurrent work, and runs excess work in order", async () => {
  const { run, end, started, settle } = setUp({ total: 2, perCaller: 2 });
  const all = ["a1", "b1", "c1", "d1"].map((name) => run(name));
  await settle();
  expect(started).toEqual(["a1", "b1"]);
  await end("b1");
  expect(started).toEqual(["a1", "b1", "c1"]);
  await end("a1");
  await end("c1");
  await end("d1");
  await Promise.all(all);
});

test("delays a caller at its limit without delaying others", async () => {
  const { run, end, started, settle } = setUp({ total: 9, perCaller: 1 });
  for (const name of ["a1", "a2", "a3", "b1"]) void run(name);
  await settle();
  expect(started).toEqual(["a1", "b1"]);
  await end("a1");
  expect(started).toEqual(["a1", "b1", "a2"]);
});

test("frees a slot after work fails", async () => {
  const { run, end, started, settle } = setUp({ total: 1, perCaller: 1 });
  const failed = expect(run("a1")).rejects.toThrow("boom");
  void run("b1");
  await settle();
  await end("a1", new Error("boom"));
  await failed;
  expect(started).toEqual(["a1", "b1"]);
});

test("never starts work that is aborted while waiting, and frees its place", async () => {
  const { run, end, started, settle } = setUp({ total: 1, perCaller: 1 });
  const gone = new AbortController();
  void run("a1");
  const left = run("b1", gone.signal);
  void run("c1");
  await settle();
  gone.abort();
  await expect(left).rejects.toMatchObject({ code: "aborted" });
  await expect(run("d1", gone.signal)).rejects.toMatchObject({ code: "aborted" });
  await end("a1");
  expect(started).toEqual(["a1", "c1"]);
});
