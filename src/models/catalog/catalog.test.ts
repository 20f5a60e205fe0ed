import { expect, test } from "vitest";
import { describeFields } from "../describeFields.ts";
import { initialValues } from "../formValues.ts";
import { parseInput } from "../parseInput.ts";
import { countPrompt } from "../prompt/countPrompt.ts";
import { catalog } from "./catalog.ts";

interface Row {
  readonly type: "text" | "integer" | "number" | "boolean" | "enum" | "image";
  readonly required?: true;
  readonly default?: unknown;
  readonly range?: readonly [min: number, max: number];
  readonly values?: readonly (string | number)[];
  readonly open?: true;
  readonly affectsPrice?: true;
}

const list = (text: string): readonly string[] => text.split(/\s*\|\s*/);

const classic = list(
  "DDIM|DPM Multi|DPM Single|Euler a|Euler|Heun|DPM2 a Karras|DPM2 Karras|LMS|PNDM|DDPM|UniPC",
);
const sd09 = list(
  "dpmpp_sde_ancestral|ddim|heun|dpm_discrete|dpm_ancestral|lms|pndm|euler|euler_a|dpmpp_2m",
);
const img2img = list(
  `UniPC | DPM++ SDE Karras | DPM++ 2M Karras | DPM++ 2M SDE Karras | DPM++ 2M SDE Heun Karras |
   DPM++ 3M SDE Karras | LMS Karras | DPM2 Karras | DPM2 a Karras | DPM++ 2S a Karras |
   DPM++ 2M SDE Exponential | DPM++ 2M SDE Heun Exponential | DPM++ 3M SDE Exponential |
   DPM++ 2M | DPM++ SDE | DPM++ 2M SDE | DPM++ 2M SDE Heun | DPM++ 3M SDE | DPM++ 2S a | Euler a |
   Euler | LMS | Heun | DPM2 | DPM2 a | DPM fast | DPM adaptive | Restart | DDIM`,
);
const baseModels = list("juggernaut|realvis|protovision|yamers_realistic");
const greatestSeed = 999_999_999_999_999;
const text: Row = { type: "text" };
const base64: Row = { type: "boolean", default: false };
const integer: Row = { type: "integer" };
const number: Row = { type: "number" };
/** Fields of models whose page has no required fields and few ranges. */
const optional = {
  prompt: text,
  negative_prompt: text,
  samples: { ...integer, default: 1, range: [1, 10] },
  num_inference_steps: integer,
  guidance_scale: number,
  strength: number,
  seed: integer,
  img_width: integer,
  img_height: integer,
  base64,
} satisfies Record<string, Row>;
const side: Row = { type: "enum", values: [1024], default: 1024, affectsPrice: true };

/** Tables copied by hand from the service's model pages. A field without a range on its page has none here. */
const pages: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  "sdxl-torch": {
    prompt: { ...text, required: true },
    negative_prompt: text,
    style: { type: "enum", default: "base", open: true },
    samples: { ...integer, default: 1, range: [1, 4], affectsPrice: true },
    scheduler: { type: "enum", default: "UniPC", values: classic },
    num_inference_steps: { ...integer, default: 25, range: [20, 100], affectsPrice: true },
    guidance_scale: { ...number, default: 7.5, range: [1, 25] },
    strength: { ...number, default: 0.2, range: [0.1, 1] },
    high_noise_fraction: { ...number, default: 0.8, range: [0, 1] },
    seed: { ...integer, default: -1, range: [-1, greatestSeed] },
    img_width: side,
    img_height: side,
    refiner: { type: "boolean", default: true },
    base64,
  },
  "sdxl-txt2img": {
    ...optional,
    scheduler: { type: "enum", default: "dpmpp_sde_ancestral", values: sd09, open: true },
  },
  "sd2.1-txt2img": {
    ...optional,
    scheduler: { type: "enum", default: "DDIM", values: classic },
  },
  "sdxl-img2img": {
    image: { type: "image", required: true },
    prompt: { ...text, required: true },
    negative_prompt: text,
    base_model: { type: "enum", default: "juggernaut", values: baseModels },
    samples: { ...integer, default: 1, range: [1, 4] },
    scheduler: { type: "enum", default: "UniPC", values: img2img, open: true },
    num_inference_steps: { ...integer, default: 30, range: [20, 100] },
    guidance_scale: { ...number, default: 6.5, range: [0.1, 25] },
    strength: { ...number, default: 0.65, range: [0.1, 1] },
    seed: { ...integer, default: -1 },
    base64,
  },
};

const wrong: Readonly<Record<Row["type"], readonly unknown[]>> = {
  text: [1, true, null, ["a"], {}],
  integer: ["4", "", 1.5, NaN, Infinity, -Infinity, 2 ** 53, true, null, [4], {}],
  number: ["4", "", NaN, Infinity, -Infinity, true, null, [4], {}],
  boolean: ["true", "", 1, 0, null, [true], {}],
  enum: [null, true, ["base"], {}, NaN],
  image: [
    1,
    null,
    {},
    "",
    "a.png",
    "ftp://a.example/b.png",
    "javascript:alert(1)",
    "data:text/html,a",
  ],
};

const fields = catalog.flatMap((model) =>
  Object.entries(pages[model.id] ?? {}).map(([name, row]) => ({ model, id: model.id, name, row })),
);

const accepts = (model: (typeof catalog)[number], name: string, value: unknown): boolean =>
  parseInput(model, { ...model.example, [name]: value }).ok;

test("has the models and fields on the service's pages", () => {
  expect(catalog.map(({ id }) => id).toSorted()).toEqual(Object.keys(pages).toSorted());
  for (const model of catalog) {
    const names = describeFields(model).map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(pages[model.id] ?? {}).toSorted());
  }
});

test.each(catalog)("has a description and a latency for $id", ({ title, description, latency }) => {
  expect(title).toMatch(/^S(DXL|table Diffusion)/);
  expect(description).toMatch(/^[A-Z].*\.$/);
  expect(latency?.typicalMs).toBeGreaterThan(1_000);
  expect(latency?.slowMs).toBeGreaterThan(latency?.typicalMs ?? Infinity);
});

test.each(fields)("describes $id $name as its page does", ({ model, name, row }) => {
  const field = describeFields(model).find((each) => each.name === name);
  expect(field).toMatchObject({
    required: row.required ?? false,
    open: row.open ?? false,
    affectsPrice: row.affectsPrice ?? false,
    integer: row.type === "integer",
  });
  expect(field?.default).toEqual(row.default);
  if (row.range) expect([field?.min, field?.max]).toEqual(row.range);
  if (row.values && row.type === "enum") {
    expect(new Set(field?.options?.map(({ value }) => value))).toEqual(new Set(row.values));
  }
  expect(field?.label).toMatch(/^[A-Z]/);
  expect(field?.help ?? "None.").toMatch(/\.$/);
  // Without a starting image, it isn't known what strength does.
  const isHidden = name === "base64" || (name === "strength" && model.task === "text-to-image");
  expect(field?.kind === "hidden").toBe(isHidden);
});

test.each(catalog)("starts $id without texts and images", (model) => {
  const { prompt, negative_prompt: negative, image = "" } = initialValues(model);
  expect([prompt, negative, image]).toEqual(["", "", ""]);
});

test.each(catalog)("suggests short prompts for $id", ({ examplePrompts = [] }) => {
  expect(examplePrompts.length).toBeGreaterThanOrEqual(4);
  for (const prompt of examplePrompts) expect(countPrompt(prompt).tokens).toBeLessThanOrEqual(40);
});

test.each(catalog)("has a valid example with a suggested prompt for $id", (model) => {
  expect(parseInput(model, model.example).ok).toBe(true);
  expect(model.examplePrompts).toContain(model.example?.["prompt"]);
});

test.each(fields)("accepts only $id $name values that its page allows", ({ model, name, row }) => {
  const { [name]: _omitted, ...without } = { ...model.example } as Record<string, unknown>;
  expect(parseInput(model, without).ok).toBe(row.required === undefined);
  for (const value of row.values ?? []) expect(accepts(model, name, value)).toBe(true);
  if (row.type === "enum") {
    expect(accepts(model, name, "a future value")).toBe(row.open ?? false);
  }
  const [min, max] = row.range ?? [];
  if (min === undefined || max === undefined) return;
  const step = row.type === "integer" ? 1 : 0.001;
  const tried = [min - step, min, min + step, max - step, max, max + step];
  expect(tried.map((value) => accepts(model, name, value))).toEqual(
    [false, true, true].concat([true, true, false]),
  );
});

/** Typical values for fields without a range. */
const typical: Readonly<Record<string, readonly number[]>> = {
  integer: [1, 50, 512],
  number: [0, 0.5, 1],
};
const unlimited = fields.filter(({ row }) => row.type in typical && !row.range);

test.each(unlimited)(
  "accepts typical values of $id $name, which has no range",
  ({ model, name, row }) => {
    for (const value of typical[row.type] ?? []) expect(accepts(model, name, value)).toBe(true);
  },
);

test.each(fields)("rejects a wrong value of $id $name by field name", ({ model, name, row }) => {
  const values = [...wrong[row.type], ...(name === "prompt" ? ["", "  ", "\n\t\u00a0"] : [])];
  for (const value of values) {
    const parsed = parseInput(model, { ...model.example, [name]: value });
    expect([value, parsed]).toEqual([
      value,
      { ok: false, fields: { [name]: expect.stringMatching(/^[A-Z].*\.$/) as string } },
    ]);
  }
});

test("describes every scheduler", () => {
  const silent = catalog
    .flatMap((model) => describeFields(model).filter(({ name }) => name === "scheduler"))
    .flatMap(({ options = [] }) => options)
    .filter(({ help }) => help === undefined);
  expect(silent).toEqual([]);
});
