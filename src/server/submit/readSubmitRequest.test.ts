import { expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { createTestStack } from "../../../test/createTestStack.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { defineModel, type Model } from "../../models/defineModel.ts";
import { modelFromJsonSchema } from "../../models/modelFromJsonSchema.ts";

const count = (length: number) => Array.from({ length }, (_, index) => index);

function setUp(model?: Model) {
  const { submit, events, upstream } = createTestStack(
    model ? { handler: { models: [model] } } : {},
  );
  const refuse = async (input: unknown) => {
    const { status, body } = await submit(input, {}, model?.id ?? "sdxl-torch");
    return { status, body, bytes: JSON.stringify(body).length };
  };
  return { submit, refuse, events, upstream };
}

test.each<[string, string, RegExp]>([
  [
    "has 400,000 unknown fields",
    JSON.stringify(Object.fromEntries(count(400_000).map((n) => [`unknown_field_${n}`, n]))),
    /5000 values/,
  ],
  ["repeats one field", `{${'"a":1,'.repeat(400_000)}"b":1}`, /5000 values/],
  ["is nested 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000), /16 levels/],
  ["has too deep a field", `{"prompt":${'{"a":'.repeat(17)}1${"}".repeat(17)}}`, /16 levels/],
])("refuses a body that %s before parsing it", async (_, text, words) => {
  const { refuse, events, upstream } = setUp();
  const parse = vi.spyOn(JSON, "parse");
  const { status, body, bytes } = await refuse(text);
  // The test's own reading of the answer.
  expect(parse.mock.calls.filter(([given]) => given === text)).toEqual([]);
  expect([status, body["code"], body["charged"]]).toEqual([400, "invalid_request", "no"]);
  expect(body["error"]).toMatch(words);
  expect(bytes).toBeLessThan(1_000);
  expect(events.filter(({ type }) => type === "error")).toEqual([]);
  expect(upstream).toEqual([]);
  parse.mockRestore();
});

test("returns only the first of many unknown fields", async () => {
  const { refuse } = setUp();
  const { status, body, bytes } = await refuse(
    Object.fromEntries(count(4_900).map((n) => [`${"long".repeat(50)}${n}`, n])),
  );
  expect([status, body["code"]]).toEqual([400, "invalid_input"]);
  expect(Object.keys(body["fields"] as object).length).toBeLessThanOrEqual(20);
  expect(bytes).toBeLessThan(4_000);
});

test("accepts the maximum depth in a recursive model", async () => {
  type Tree = { readonly inner?: Tree | undefined };
  const tree: z.ZodType<Tree> = z.lazy(() => z.object({ inner: tree.optional() }));
  const model = defineModel({
    id: "sdxl-torch",
    title: "Trees",
    task: "text-to-image",
    input: z.object({ prompt: z.string(), tree }),
  });
  const { submit, refuse } = setUp(model);
  const deep = (levels: number) => `${'{"inner":'.repeat(levels)}{}${"}".repeat(levels)}`;
  expect((await submit(`{"prompt":"a fox","tree":${deep(14)}}`)).status).toBe(200);
  expect((await refuse(`{"prompt":"a fox","tree":${deep(15)}}`)).status).toBe(400);
});

const quadratic = "^[a-z]*[a-z]*$";

function foreign(properties: Readonly<Record<string, unknown>>): Model {
  return modelFromJsonSchema(
    { type: "object", properties },
    { id: "sdxl-torch", title: "Foreign", task: "text-to-image" },
  );
}

test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
  ["a text", { type: "string", pattern: quadratic }, `${"a".repeat(5_000)}!`],
  [
    "a list",
    { type: "array", items: { type: "string", pattern: quadratic } },
    count(20).map(() => `${"a".repeat(2_000)}!`),
  ],
  [
    "an object",
    { type: "object", properties: { name: { type: "string", pattern: quadratic } } },
    { name: `${"a".repeat(5_000)}!` },
  ],
  [
    "an alternative",
    { anyOf: [{ type: "number" }, { type: "string", pattern: quadratic }] },
    `${"a".repeat(5_000)}!`,
  ],
  [
    "a name",
    {
      type: "object",
      propertyNames: { pattern: quadratic },
      additionalProperties: { type: "number" },
    },
    { [`${"a".repeat(5_000)}!`]: 1 },
  ],
])(
  "doesn't run a slow pattern in a service's schema on %s that is too long",
  async (_, schema, value) => {
    const { refuse } = setUp(foreign({ words: schema }));
    const spy = vi.spyOn(RegExp.prototype, "test");
    const { status, body } = await refuse({ words: value });
    const tested = spy.mock.contexts.filter((context) => (context as RegExp).source === quadratic);
    spy.mockRestore();
    expect([status, body["code"], body["fields"]]).toEqual([
      400,
      "invalid_input",
      { words: "Must have at most 4000 characters." },
    ]);
    expect(tested).toEqual([]);
  },
);

test("runs slow patterns on texts within the limit, and linear patterns on longer ones", async () => {
  const model = foreign({
    prompt: { type: "string", pattern: "^[a-z]+ ?[a-z]*$" },
    image: { type: "string", pattern: "^data:image/[a-z]+;base64,[A-Za-z0-9+/]+=*$" },
  });
  const image = `data:image/png;base64,${"A".repeat(1_000_000)}`;
  expect((await setUp(model).submit({ prompt: "a".repeat(4_000) })).status).toBe(200);
  const { body } = await setUp(model).refuse({ prompt: "A", image: `${image}!` });
  expect(Object.keys(body["fields"] as object)).toEqual(["prompt", "image"]);
});

test("refuses a long address in a catalog model's image field in linear time", async () => {
  const { refuse } = setUp(sdxlImg2img);
  // With a quadratic pattern this takes hours.
  const image = `http://${"a".repeat(5_000_000)} `;
  const { status, body } = await refuse({ prompt: "a fox", image });
  expect([status, Object.keys(body["fields"] as object)]).toEqual([400, ["image"]]);
});
