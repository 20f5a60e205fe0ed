// An app that uses the packed package with any accepted peer versions.
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createClient, EaselProvider, PromptForm, Studio } from "react-easel";
import { runJob } from "react-easel/client";
import { ar, de } from "react-easel/labels";
import {
  catalog,
  defineModel,
  describeFields,
  limitModel,
  modelFromJsonSchema,
  modelToJsonSchema,
  sdxlTorch,
  translateModel,
} from "react-easel/models";
import { createSandbox } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";
import { toNextHandlers } from "react-easel/server/next";
import { toNodeListener } from "react-easel/server/node";
import * as zod3 from "zod/v3";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";

const check = (condition, problem) => {
  if (!condition) throw new Error(problem);
};
const messageOf = (act) => {
  try {
    act();
    return "";
  } catch (error) {
    return error.message;
  }
};

// React and the package's development checks log errors to the console.
const reported = [];
console.error = (...args) => reported.push(args.join(" "));
console.warn = console.error;

const about = { title: "Own", task: "text-to-image" };
const models = [
  ...catalog,
  defineModel({
    ...about,
    id: "classic",
    input: classic.object({
      prompt: classic.string().min(1).meta({ title: "Classic words" }),
      steps: classic.int().min(1).max(50).default(28),
    }),
  }),
  defineModel({
    ...about,
    id: "mini",
    input: mini.object({
      prompt: mini.string().check(mini.minLength(1)),
      steps: mini._default(mini.int().check(mini.gte(1), mini.lte(50)), 28),
    }),
  }),
];
const [own] = models.slice(-2);

const apiKey = "SG_0123456789abcdef";
const sandbox = createSandbox({ now: () => Date.now(), timing: { queueMs: 0, runMs: 10 } });
const handler = createHandler({
  backend: segmind({ apiKey, fetch: sandbox.fetch }),
  models,
  authorize: () => ({ userId: "ada" }),
  secret: "0123456789abcdef0123456789abcdef",
});
const client = createClient({ fetcher: handler });
const { images } = await runJob(client, sdxlTorch, { prompt: "a packed panda" });
check(images[0]?.url.startsWith("https://"), "no image");
check(typeof toNodeListener(handler) === "function" && toNextHandlers(handler).POST, "no adapters");

const render = (element, props = {}) =>
  renderToString(createElement(EaselProvider, { client, ...props }, element));
check(render(createElement(Studio)).includes("prompt-form-submit"), "no Studio on the server");
check(render(createElement(Studio), { labels: de }).includes(de.form.generate), "no German");
check(
  describeFields(translateModel(sdxlTorch, ar.models))[0].label !== "Prompt",
  "no Arabic model",
);

for (const model of models) {
  const form = render(
    createElement(
      PromptForm.Root,
      { model, onGenerate: () => {} },
      createElement(PromptForm.Field, { name: "prompt" }),
    ),
  );
  const { label } = describeFields(model).find(({ name }) => name === "prompt");
  check(form.includes(label), `no field of ${model.id}`);
  const { properties } = modelToJsonSchema(model);
  check(properties.prompt.type === "string", `no JSON Schema of ${model.id}`);
}
const steps = describeFields(limitModel(own, { steps: { max: 10 } })).find(
  ({ name }) => name === "steps",
);
check(steps.max === 10, "no limit on a schema of the app's zod");
const refusal = await runJob(client, own, { prompt: "", steps: 99 }).catch((error) => error);
check(
  refusal.code === "invalid_input",
  `a wrong input is answered with ${refusal.code ?? refusal}`,
);

const older = { ...about, id: "older", input: zod3.object({ prompt: zod3.string() }) };
check(messageOf(() => defineModel(older)).includes('"zod/v4"'), "no advice for a zod 3 schema");
const schema = { type: "object", properties: { prompt: { type: "string" } } };
const make = () => modelFromJsonSchema(schema, { ...about, id: "described" });
if (classic.fromJSONSchema) check(describeFields(make())[0].name === "prompt", "no JSON Schema");
else check(messageOf(make).includes("npm install zod@4"), "no advice for an older zod");

check(reported.length === 0, `the console got:\n${reported.join("\n")}`);
console.log("The app works.");
