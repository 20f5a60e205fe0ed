import { parseJson } from "../../protocol/parseJson.ts";
import type { Model } from "../defineModel.ts";
import { describeFields } from "../describeFields.ts";
import { readGraph } from "./graphRecipe.ts";
import type { RecipeSetting } from "./infotext.ts";
import { readMembers, type JsonMember } from "./jsonMembers.ts";
import { plainName } from "./recipeNames.ts";

/** Normalized names that other programs use for a setting, keyed by Automatic1111's name for the setting. */
const namesByStandard: Readonly<Record<string, string>> = {
  // Draw Things uses `c`.
  Prompt: "prompt positiveprompt c",
  "Negative prompt": "negativeprompt negative uc",
  Steps: "steps numinferencesteps inferencesteps",
  // NovelAI and Draw Things use `scale`.
  "CFG scale": "cfgscale cfg guidancescale guidance scale",
  Sampler: "sampler samplername samplerindex scheduler",
  "Schedule type": "scheduletype noiseschedule",
  Seed: "seed",
  Size: "size resolution",
  Width: "width imgwidth",
  Height: "height imgheight",
  "Denoising strength": "strength denoisingstrength promptstrength",
  Model: "model basemodel basemodelname",
};

const standardNames = new Map(
  Object.entries(namesByStandard).flatMap(([standard, names]) =>
    names.split(" ").map((name) => [name, standard] as const),
  ),
);

const wrappers = new Set(["sui_image_params", "input", "params", "parameters", "meta", "image"]);

/** Joins the weighted parts that old InvokeAI versions write as a prompt. Returns undefined for other prompts. */
function promptText(value: unknown): string | undefined {
  const parts: unknown[] = Array.isArray(value) ? value : [];
  const texts = parts.map((part) =>
    typeof part === "object" && part !== null && "prompt" in part ? part.prompt : part,
  );
  const isText = texts.length > 0 && texts.every((text) => typeof text === "string");
  return isText ? texts.join(", ") : undefined;
}

function modelText(value: unknown): string | undefined {
  const isNamed = typeof value === "object" && value !== null && "name" in value;
  return isNamed && typeof value.name === "string" ? value.name : undefined;
}

const sizeText = (text: string): string =>
  text.replace(/^\s*[[(]\s*(\d{1,9})\s*,\s*(\d{1,9})\s*[\])]\s*$/, "$1x$2");

function toPair(member: JsonMember, hasSampler: boolean, hasSteps: boolean): RecipeSetting {
  const { name: written } = member;
  const normalized = plainName(written);
  // Settings without a sampler or steps may belong to an upscaler, whose `scale` is a size.
  const isForeign = normalized === "scale" && !hasSampler && !hasSteps;
  const standard = isForeign ? undefined : standardNames.get(normalized);
  // If there is also a sampler, `scheduler` is the noise schedule.
  const name = normalized === "scheduler" && hasSampler ? "Schedule type" : (standard ?? written);
  const value = parseJson(member.raw);
  const text = typeof value === "string" ? value : member.raw.replaceAll(/\n\s*/g, "");
  const read =
    name === "Prompt" || name === "Negative prompt"
      ? promptText(value)
      : name === "Model"
        ? modelText(value)
        : name === "Size"
          ? sizeText(text)
          : undefined;
  return { name, written, text: read ?? text, value };
}

export function readJsonRecipe(
  text: string,
  models: readonly Model[],
): readonly RecipeSetting[] | undefined {
  const outer = readMembers(text);
  if (!outer) return undefined;
  const graph = readGraph(outer);
  if (graph) return graph;

  const members = outer.flatMap((member) =>
    wrappers.has(member.name) ? (readMembers(member.raw) ?? [member]) : [member],
  );
  const hasSampler = members.some(({ name }) => /^sampler(_?(name|index))?$/i.test(name));
  const hasSteps = members.some(({ name }) => standardNames.get(plainName(name)) === "Steps");
  const pairs = members.map((member) => toPair(member, hasSampler, hasSteps));
  const fields = new Set(models.flatMap((model) => describeFields(model).map(({ name }) => name)));
  const known = pairs.filter(
    ({ name, written = "" }) => name !== "Model" && (name !== written || fields.has(written)),
  );
  // One known name isn't enough to recognize a recipe, because a prompt may itself be JSON.
  return new Set(known.map(({ name }) => name)).size > 1 ? pairs : undefined;
}
