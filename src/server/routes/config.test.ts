import { expect, test } from "vitest";
import { apiKey, createTestStack } from "../../../test/createTestStack.ts";
import { catalog } from "../../models/catalog/catalog.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import { limitModel } from "../../models/limitModel.ts";
import { modelFromJsonSchema, type JsonSchema } from "../../models/modelFromJsonSchema.ts";
import { parseInput } from "../../models/parseInput.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";

function setUp(handler: Partial<HandlerOptions> = {}) {
  const stack = createTestStack({ handler });
  const config = async () =>
    (await stack.askJson("/config")).body as {
      models: ({ id: string; schema: JsonSchema } & Record<string, unknown>)[];
      limits: Record<string, number>;
      credits: boolean;
    };
  return { ...stack, config };
}

test("describes each model completely", async () => {
  const { models } = await setUp().config();
  for (const [index, { schema, id, ...info }] of models.entries()) {
    const model = catalog[index] as Model;
    const again = modelFromJsonSchema(schema, { ...info, id } as never);
    expect(describeFields(again)).toEqual(describeFields(model));
    expect({ ...again, input: undefined, rules: undefined }).toEqual({
      ...model,
      input: undefined,
      rules: undefined,
    });
  }
});

test("returns the app's limits, which the handler enforces", async () => {
  const limited = limitModel(sdxlTorch, {
    samples: { max: 2 },
    style: { values: ["base", "anime"] },
    refiner: { fixed: false },
  });
  const { config, submit, sandbox } = setUp({ models: [limited] });
  const [model] = (await config()).models;
  expect(model?.schema["properties"]).toMatchObject({
    samples: { minimum: 1, maximum: 2, default: 1 },
    style: { enum: ["base", "anime"], default: "base" },
    refiner: { const: false, default: false },
  });
  const run = async (input: object) => (await submit({ prompt: "a fox", ...input })).body;
  const key = "fields";
  expect((await run({ samples: 3 }))[key]).toEqual({ samples: "Must be 2 or less." });
  expect((await run({ style: "enhance" }))[key]).toEqual({ style: "Must be one of base, anime." });
  expect((await run({ refiner: true }))[key]).toEqual({ refiner: "Must be false." });
  expect(sandbox.log).toEqual([]);
  expect(await run({ samples: 2 })).toMatchObject({ status: "QUEUED" });
  expect(parseInput(limited, { prompt: "a" })).toMatchObject({ input: { refiner: false } });
});

const priced: Model = { ...sdxlTorch, price: ({ samples }) => 0.01 * Number(samples) };

test("returns an estimate if the model has a price and costs are exposed", async () => {
  const estimates = async (options: Partial<HandlerOptions>) =>
    (await setUp(options).config()).models.map(({ estimate }) => estimate);
  expect(await estimates({ models: [priced] })).toEqual([undefined]);
  expect(await estimates({ models: [priced], expose: { cost: true } })).toEqual([0.01]);
  expect(await estimates({ models: [sdxlTorch], expose: { cost: true } })).toEqual([undefined]);
  // A form that has still to be filled in can't be priced; the example can.
  const { initial: _, ...blank } = priced;
  const example = { ...sdxlTorch.example, samples: 3 };
  expect(await estimates({ models: [{ ...blank, example }], expose: { cost: true } })).toEqual([
    0.03,
  ]);
});

test.each<[string, () => unknown]>([
  ["NaN", () => NaN],
  ["Infinity", () => Infinity],
  ["a negative number", () => -1],
  ["a string", () => "1"],
  ["a promise", () => Promise.reject(new Error("no table"))],
  [
    "nothing, due to an error",
    () => {
      throw new Error("no table");
    },
  ],
])("omits a price of %s, and reports it once", async (_, price) => {
  const model: Model = { ...sdxlTorch, price: price as () => number };
  const { config, events } = setUp({ models: [model], expose: { cost: true } });
  for (const { models } of [await config(), await config()]) {
    expect(models.map(({ id, estimate }) => [id, estimate])).toEqual([["sdxl-torch", undefined]]);
  }
  expect(events).toMatchObject([{ type: "error", where: "price" }]);
});

test("returns the limits, and those for uploads only if the backend accepts uploads", async () => {
  const limits = {
    jobsAtOnce: 2,
    requestsPerMinute: 60,
    bodyBytes: 1_000,
    uploadBytes: 2_000,
    uploadPixels: 3_000,
  };
  expect((await setUp({ limits }).config()).limits).toEqual(limits);
  const backend = segmind({ apiKey });
  delete backend.uploadImage;
  expect((await setUp({ limits, backend }).config()).limits).toEqual({
    requestsPerMinute: 60,
    jobsAtOnce: 2,
    bodyBytes: 1_000,
  });
});

test("returns whether the balance is exposed", async () => {
  const creditsOf = async (options: Partial<HandlerOptions> = {}) =>
    (await setUp(options).config()).credits;
  expect(await creditsOf()).toBe(false);
  expect(await creditsOf({ expose: { cost: true } })).toBe(false);
  expect(await creditsOf({ expose: { credits: true } })).toBe(true);
});
