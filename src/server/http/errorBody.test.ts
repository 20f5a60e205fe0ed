import { expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { errorBody } from "./errorBody.ts";

const bytesIn = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

test("doesn't change an error of normal length", () => {
  const fields = { prompt: "Write a prompt.", "": "Must be an object." };
  const error = new EaselError("invalid_input", { fields, retryAt: 5 });
  expect(errorBody(error)).toEqual(error.toJSON());
  expect(errorBody(new EaselError("internal"))).toEqual(new EaselError("internal").toJSON());
});

test("returns the first 20 of many fields without reading the others", () => {
  let reads = 0;
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`x${n}`, "No."]));
  const fields = new Proxy(many, {
    get(target, name) {
      reads += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  const body = errorBody(new EaselError("invalid_input", { fields }));
  expect(Object.keys(body.fields ?? {})).toEqual(Object.keys(many).slice(0, 20));
  expect(reads).toBe(20);
});

test("shortens long texts without splitting a character", () => {
  const fields = { ["n".repeat(1_000_000)]: "😀".repeat(1_000) };
  const { error, fields: kept } = errorBody(
    new EaselError("invalid_input", { message: "m".repeat(1_000_000), fields }),
  );
  expect(error).toBe(`${"m".repeat(599)}…`);
  expect(kept).toEqual({ [`${"n".repeat(59)}…`]: `${"😀".repeat(99)}…` });
});

test("never exceeds 10 kB", () => {
  const worst = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`${n}${"\0漢".repeat(90)}`, "漢\0".repeat(500)]),
  );
  const error = new EaselError("invalid_input", { message: "漢".repeat(5_000), fields: worst });
  expect(bytesIn(errorBody(error))).toBeLessThan(10_000);
});

test("limits the length of a beforeSubmit message in the response and the store", async () => {
  const store = memoryStore();
  const written: string[] = [];
  const replace: typeof store.replace = async (key, expected, value, lifeMs) => {
    written.push(value ?? "");
    return store.replace(key, expected, value, lifeMs);
  };
  const beforeSubmit = () => "no ".repeat(1_000_000);
  const { submit } = createTestStack({ handler: { store: { ...store, replace }, beforeSubmit } });
  const { status, body } = await submit({ prompt: "a fox" }, { "idempotency-key": "one" });
  expect([status, body["code"]]).toEqual([403, "refused"]);
  expect(bytesIn(body)).toBeLessThan(1_000);
  expect(written.some((text) => text.includes("no no"))).toBe(true);
  expect(Math.max(...written.map(({ length }) => length))).toBeLessThan(2_000);
});
