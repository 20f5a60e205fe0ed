import { expect, test, vi } from "vitest";
import { createTestStack } from "../../test/createTestStack.ts";
import { catalog } from "../models/catalog/catalog.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { describeFields } from "../models/describeFields.ts";
import { limitModel } from "../models/limitModel.ts";
import { modelFromJsonSchema } from "../models/modelFromJsonSchema.ts";
import { parseInput } from "../models/parseInput.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import { createClient } from "./createClient.ts";

test("reads models whose limits validate like the host's", async () => {
  const limited = limitModel(sdxlTorch, {
    samples: { max: 2 },
    style: { values: ["base", "anime"] },
  });
  const price = ({ samples }: Record<string, unknown>) => 0.01 * Number(samples);
  const { client } = createTestStack({
    handler: {
      models: [{ ...limited, price }, ...catalog.slice(1)],
      expose: { cost: true },
      limits: { requestsPerMinute: 90 },
    },
  });
  const { models = [], limits } = (await client.getConfig?.()) ?? {};
  expect(models.map(({ id }) => id)).toEqual([limited.id, ...catalog.slice(1).map(({ id }) => id)]);
  const [model] = models.map(({ schema, ...about }) => modelFromJsonSchema(schema, about));
  if (!model) throw new Error("no model");
  expect(model).toMatchObject({
    title: limited.title,
    task: limited.task,
    latency: limited.latency,
    initial: limited.initial,
    estimate: 0.01,
  });
  expect(describeFields(model)).toEqual(describeFields(limited));
  expect(parseInput(model, { prompt: "a", samples: 3 })).toEqual({
    ok: false,
    fields: { samples: "Must be 2 or less." },
  });
  expect(limits).toEqual({
    requestsPerMinute: 90,
    bodyBytes: 12_000_000,
    uploadBytes: 10_000_000,
    uploadPixels: 50_000_000,
  });
});

const info = { id: "a", title: "A", task: "text-to-image" };
const object = { type: "object", properties: { prompt: { type: "string" } } };
const ask = (body: unknown, init: ResponseInit = {}) =>
  createClient({ fetcher: vi.fn(async () => Response.json(body, init)) })
    .getConfig?.()
    .catch((error: EaselError) => error.code);

test("reads a minimal config", async () => {
  expect(await ask({ models: [] })).toEqual({ models: [], limits: {} });
  expect(await ask({ models: [], credits: false })).toMatchObject({ credits: false });
  expect(await ask({ models: [], credits: "12" })).not.toHaveProperty("credits");
  expect(await ask({ models: [{ ...info, schema: object }] })).toMatchObject({
    models: [info],
  });
});

test.each<[string, unknown, ResponseInit, string]>([
  ["models that aren't a list", { models: {} }, {}, "bad_answer"],
  ["null", null, {}, "bad_answer"],
  ["an invalid model", { models: [null] }, {}, "bad_answer"],
  ["a model without a schema", { models: [info] }, {}, "bad_answer"],
  [
    "an ID that isn't safe in a path",
    { models: [{ ...info, id: "../x", schema: object }] },
    {},
    "bad_answer",
  ],
  ["a missing session", { error: "no", code: "unauthorized" }, { status: 401 }, "unauthorized"],
  ["a missing route", "no", { status: 404 }, "not_found"],
])("rejects with an EaselError if the response is: %s", async (_, body, init, code) => {
  expect(await ask(body, init)).toBe(code);
});
