import type { Store } from "../server/stores/store.ts";

function check(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}

async function until(holds: () => Promise<boolean>, problem: string): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await holds())) {
    check(Date.now() < end, problem);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const many = Array.from({ length: 50 }, (_, index) => `value ${index}`);
const count = (done: readonly boolean[]): number => done.filter(Boolean).length;
const longMs = 60_000;

/** Contract for stores. `one` and `other` belong to two instances of the app and share their data. */
export const storeContract: readonly (readonly [
  promise: string,
  check: (one: Store, other: Store, key: string) => Promise<void>,
])[] = [
  [
    "get returns undefined for a missing key",
    async (one, _, key) => check((await one.get(key)) === undefined, "get returned a value"),
  ],
  [
    "of simultaneous adds, exactly one returns true, and its value is stored",
    async (one, other, key) => {
      const done = await Promise.all(
        many.map((value, index) => (index % 2 ? one : other).add(key, value, longMs)),
      );
      check(count(done) === 1, `${count(done)} adds returned true`);
      check((await other.get(key)) === many[done.indexOf(true)], "a different value is stored");
    },
  ],
  [
    "of simultaneous replacements of a value, exactly one returns true",
    async (one, other, key) => {
      await one.add(key, "first", longMs);
      const done = await Promise.all(
        many.map((value, index) => (index % 2 ? one : other).replace(key, "first", value, longMs)),
      );
      check(count(done) === 1, `${count(done)} replacements returned true`);
      check((await one.get(key)) === many[done.indexOf(true)], "a different value is stored");
    },
  ],
  [
    "replace doesn't change an unexpected value or a missing key",
    async (one, other, key) => {
      check(!(await one.replace(key, "first", "second", longMs)), "replace set a missing key");
      await one.add(key, "first", longMs);
      check(
        !(await other.replace(key, "second", "third", longMs)),
        "replace changed an unexpected value",
      );
      check(
        !(await other.replace(key, "second", undefined, 0)),
        "replace removed an unexpected value",
      );
      check((await one.get(key)) === "first", "the value has changed");
    },
  ],
  [
    "a removed key can be added again",
    async (one, other, key) => {
      await one.add(key, "first", longMs);
      check(await other.replace(key, "first", undefined, 0), "replace didn't remove the value");
      check((await one.get(key)) === undefined, "the removed key still has a value");
      check(await one.add(key, "second", longMs), "the removed key can't be added again");
    },
  ],
  [
    "an entry expires, and a replaced value has a new expiry",
    async (one, other, key) => {
      await one.add(key, "short", 30);
      await one.add(`${key}:b`, "short", 30);
      await one.replace(`${key}:b`, "short", "long", longMs);
      await until(async () => (await other.get(key)) === undefined, "the entry didn't expire");
      check((await other.get(`${key}:b`)) === "long", "the new value expired with the old one");
      check(await other.add(key, "again", longMs), "the expired key can't be added again");
    },
  ],
  [
    "text is returned unchanged",
    async (one, other, key) => {
      const texts = ["", '{"a":"ü ✓ 🦊"}', "line\r\nline\0end", "7", "x".repeat(300_000)];
      await Promise.all(texts.map((text, index) => one.add(`${key}:${index}`, text, longMs)));
      const read = await Promise.all(texts.map((_, index) => other.get(`${key}:${index}`)));
      check(
        texts.every((text, index) => text === read[index]),
        "a text was changed",
      );
    },
  ],
  [
    "simultaneous takes succeed only up to the limit, and the others return how long to wait",
    async (one, other, key) => {
      const waits = await Promise.all(
        many.map((_, index) => (index % 2 ? one : other).take(key, 7, longMs)),
      );
      const left = waits.filter((wait) => wait !== undefined);
      check(left.length === many.length - 7, `${many.length - left.length} takes succeeded, not 7`);
      check(
        left.every((wait) => wait > longMs - 30_000 && wait <= longMs),
        "the wait isn't the remainder of the window",
      );
    },
  ],
  [
    "a higher limit allows more takes, and slots become free after the window",
    async (one, other, key) => {
      const isTaken = async (store: Store, most: number): Promise<boolean> =>
        (await store.take(key, most, longMs)) === undefined;
      check(await isTaken(one, 1), "the first take failed");
      check(!(await isTaken(other, 1)), "a second take succeeded, with a limit of 1");
      check(await isTaken(other, 2), "the second take failed, with a limit of 2");
      const takeBriefly = async (): Promise<boolean> =>
        (await one.take(`${key}:b`, 1, 40)) === undefined;
      check(await takeBriefly(), "two keys share a window");
      await until(takeBriefly, "the slot didn't become free");
    },
  ],
  [
    "no period as long as the window has more takes than the limit",
    async (one, other, key) => {
      const windowMs = 100;
      const taken: { readonly from: number; readonly to: number }[] = [];
      const take = async (store: Store): Promise<boolean> => {
        const from = performance.now();
        if ((await store.take(key, 2, windowMs)) !== undefined) return false;
        taken.push({ from, to: performance.now() });
        return true;
      };
      await take(one);
      await new Promise((resolve) => setTimeout(resolve, windowMs / 2));
      await take(other);
      for (const store of [one, other, one]) await until(() => take(store), "no slot became free");
      taken.forEach(({ from }, index) => {
        const third = taken[index + 2]?.to ?? Infinity;
        // Allows a difference of 5 ms, because the store's clock may run slightly faster than the test's.
        check(third - from > windowMs - 5, `three takes, not two, in ${third - from} ms`);
      });
    },
  ],
  [
    "instances read the same clock, if the store has one",
    async (one, other) => {
      const [first, second] = await Promise.all([one.now?.(), other.now?.()]);
      check(
        first === undefined || Math.abs(first - (second ?? NaN)) < 5_000,
        `one instance reads ${first}, the other ${second}`,
      );
    },
  ],
];
