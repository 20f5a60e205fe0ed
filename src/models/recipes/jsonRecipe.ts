import type { Model } from "../defineModel.ts";
import { describeFields } from "../describeFields.ts";
import { readGraph } from "./graphRecipe.ts";
import type { RecipeSetting } from "./infotext.ts";
import { parseJsonValue, readMembers, type JsonMember } from "./jsonMembers.ts";
import { plainName } from "./recipeNames.ts";

/** Normalized names and their Automatic1111 names. */
const standardNames: Readonly<Record<string, string>> = {
  prompt: "Prompt",
  positiveprompt: "Prompt",
  // Draw Things.
  c: "Prompt",
  negativeprompt: "Negative prompt",
  negative: "Negative prompt",
  uc: "Negative prompt",
  steps: "Steps",
  numinferencesteps: "Steps",
  inferencesteps: "Steps",
  cfgscale: "CFG scale",
  cfg: "CFG scale",
  guidancescale: "CFG scale",
  guidance: "CFG scale",
  // NovelAI and Draw Things.
  scale: "CFG scale",
  sampler: "Sampler",
  samplername: "Sampler",
  samplerindex: "Sampler",
  scheduler: "Sampler",
  scheduletype: "Schedule type",
  noiseschedule: "Schedule type",
  seed: "Seed",
  size: "Size",
  resolution: "Size",
  width: "Width",
  imgwidth: "Width",
  height: "Height",
  imgheight: "Height",
  strength: "Denoising strength",
  denoisingstrength: "Denoising strength",
  promptstrength: "Denoising strength",
  model: "Model",
  basemodel: "Model",
  basemodelname: "Model",
};

const wrappers = new Set(["sui_image_params", "input", "params", "parameters", "meta", "image"]);

function textOf({ raw }: JsonMember, value: unknown): string {
  return typeof value === "string" ? value : raw.replaceAll(/\n\s*/g, "");
}

/** Old InvokeAI versions write a list of weighted parts. */
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

interface Siblings {
  readonly hasSampler: boolean;
  readonly hasSteps: boolean;
}

function toPair(member: JsonMember, { hasSampler, hasSteps }: Siblings): RecipeSetting {
  const { name: written } = member;
  const normalized = plainName(written);
  // A size, in upscalers.
  const isForeign = normalized === "scale" && !hasSampler && !hasSteps;
  const isKnown = !isForeign && Object.hasOwn(standardNames, normalized);
  const standard = isKnown ? standardNames[normalized] : undefined;
  // Means the noise schedule beside a sampler.
  const name = normalized === "scheduler" && hasSampler ? "Schedule type" : (standard ?? written);
  const value = parseJsonValue(member.raw);
  const text = textOf(member, value);
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

/** Reads JSON of SwarmUI, Fooocus, InvokeAI, NovelAI and others, or a payload. */
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
  const hasSteps = members.some(({ name }) => standardNames[plainName(name)] === "Steps");
  const pairs = members.map((member) => toPair(member, { hasSampler, hasSteps }));
  const fields = new Set(models.flatMap((model) => describeFields(model).map(({ name }) => name)));
  const known = pairs.filter(
    ({ name, written = "" }) => name !== "Model" && (name !== written || fields.has(written)),
  );
  // One known name isn't enough: a prompt may itself be JSON.
  return new Set(known.map(({ name }) => name)).size > 1 ? pairs : undefined;
}
