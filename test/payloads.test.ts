import { runJob } from "react-easel/client";
import {
  catalog,
  describeFields,
  initialValues,
  parseInput,
  valuesFromForm,
  type Model,
} from "react-easel/models";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apiKey, createTestStack } from "./createTestStack.ts";
import { heldClock, holdTime, settle } from "./heldTime.ts";
import { payloads } from "./payloads.ts";

beforeEach(holdTime);
afterEach(() => void vi.useRealTimers());

const cases = catalog.map((model): [string, Model, Record<string, unknown>] => [
  model.id,
  model,
  payloads[model.id] ?? {},
]);

test("has a payload for each model of the catalog", () => {
  expect(Object.keys(payloads).toSorted()).toEqual(catalog.map(({ id }) => id).toSorted());
});

test.each(cases)("%s: keeps each key of the page's payload", (...args) => {
  const [, model, payload] = args;
  const before = structuredClone(payload);
  const parsed = parseInput(model, payload);
  expect(parsed).toEqual({ ok: true, input: payload });
  expect(payload).toEqual(before);
  if (parsed.ok) {
    expect(Object.keys(parsed.input).toSorted()).toEqual(Object.keys(payload).toSorted());
  }
});

test.each(cases)(
  "%s: sends the page's settings once the form has a prompt",
  (_id, model, payload) => {
    const started = initialValues(model);
    expect(Object.keys(started)).toEqual(describeFields(model).map(({ name }) => name));
    // With the example's seed, each generation would be charged for the same image.
    const { prompt, image, negative_prompt: _negative, seed: _seed, ...rest } = payload;
    const random = describeFields(model).find(({ name }) => name === "seed")?.default;
    const settings = { ...rest, ...(random !== undefined && { seed: random }) };
    const entered = { prompt, ...(image !== undefined && { image }) };
    const input = { ...settings, ...entered };
    const filled = valuesFromForm(model, { ...started, ...entered });
    expect(parseInput(model, filled)).toEqual({ ok: true, input });
  },
);

test.each(cases)("%s: sends each key to the service, and returns an image", async (...args) => {
  const [id, model, payload] = args;
  const stack = createTestStack({ sandbox: heldClock });
  const { sandbox, upstream } = stack;
  const result = await settle(stack, runJob(stack.client, model, payload));
  const submits = sandbox.log.filter(({ step }) => step === "submit");
  expect(submits).toHaveLength(1);
  expect(submits[0]).toMatchObject({ model: id, billed: true });
  expect(submits[0]?.body).toEqual(payload);
  expect(Object.keys(submits[0]?.body as object).toSorted()).toEqual(
    Object.keys(payload).toSorted(),
  );
  expect(result.images).toHaveLength(1);
  expect(result.seed).toBe(payload["seed"]);
  expect(new URL(upstream[0]?.url ?? "").pathname).toBe(`/v2/${id}`);
  const image = await sandbox.fetch(new Request(result.images[0]?.url ?? ""));
  expect(image.headers.get("content-type")).toBe("image/png");
});

test.each(cases)("%s: returns the image bytes from v1", async (id, _model, payload) => {
  const { sandbox } = createTestStack({ sandbox: heldClock });
  const response = await sandbox.fetch(
    new Request(`https://api.segmind.com/v1/${id}`, {
      method: "POST",
      headers: { "x-api-key": apiKey, "content-type": "application/json" },
      body: JSON.stringify(payload),
    }),
  );
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^image\/(png|jpeg)$/);
  expect(response.headers.get("x-seed-value")).toBe(String(payload["seed"]));
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
});
