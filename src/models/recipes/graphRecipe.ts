import { parseJson } from "../../protocol/parseJson.ts";
import type { RecipeSetting } from "./infotext.ts";
import { readMembers, type JsonMember } from "./jsonMembers.ts";

interface GraphNode {
  readonly id: string;
  readonly type: string;
  readonly inputs: ReadonlyMap<string, string>;
}

type Graph = ReadonlyMap<string, GraphNode>;

interface Link {
  readonly id: string;
  readonly output: number;
}

const standardNames: Readonly<Record<string, string>> = {
  seed: "Seed",
  noise_seed: "Seed",
  steps: "Steps",
  cfg: "CFG scale",
  guidance: "CFG scale",
  sampler_name: "Sampler",
  scheduler: "Schedule type",
  denoise: "Denoising strength",
  width: "Width",
  height: "Height",
  ckpt_name: "Model",
  unet_name: "Model",
};

const conditionings = new Set(["positive", "negative", "conditioning"]);
const textInputs = ["text", "text_g", "t5xxl", "clip_l", "prompt", "string", "value"];
const valueInputs = ["value", "seed", "noise_seed", "int", "float", "number"];
/** Maximum number of sampler nodes to check. The sampler of the first pass is usually one of the first nodes. */
const maxSamplers = 8;
const maxHops = 8;

function readNode({ name: id, raw }: JsonMember): GraphNode | undefined {
  const members = new Map(readMembers(raw)?.map((member) => [member.name, member.raw]));
  const type = parseJson(members.get("class_type") ?? "");
  const inputs = readMembers(members.get("inputs") ?? "");
  return typeof type === "string" && inputs
    ? { id, type, inputs: new Map(inputs.map((input) => [input.name, input.raw])) }
    : undefined;
}

/** Returns the graph in a JSON object, which is the object itself or, in a request to ComfyUI, its `prompt`. */
function findGraph(members: readonly JsonMember[]): Graph | undefined {
  const prompt = members.find(({ name }) => name === "prompt");
  const nodes = (prompt && readMembers(prompt.raw)) ?? members;
  const graph = nodes.map(readNode).filter((node) => node !== undefined);
  return graph.length > 0 ? new Map(graph.map((node) => [node.id, node])) : undefined;
}

function linkOf(raw: string | undefined): Link | undefined {
  const [, id, output] = /^\[\s*"([^"\\]{1,60})"\s*,\s*(\d{1,3})\s*\]$/.exec(raw ?? "") ?? [];
  return id === undefined ? undefined : { id, output: Number(output) };
}

function* nodesBefore(
  graph: Graph,
  first: readonly Link[],
  inputsOf: (node: GraphNode, link: Link) => Iterable<string>,
): Generator<GraphNode> {
  const links = [...first];
  const seen = new Set<string>();
  for (const link of links) {
    const node = graph.get(link.id);
    if (!node || seen.has(link.id)) continue;
    seen.add(link.id);
    yield node;
    for (const name of inputsOf(node, link)) {
      const next = linkOf(node.inputs.get(name));
      if (next) links.push(next);
    }
  }
}

function conditioningInputs({ type, inputs }: GraphNode, { output }: Link): Iterable<string> {
  if (/zero_?out/i.test(type)) return [];
  // A node that receives both prompts and passes them on has one output for each prompt.
  if (inputs.has("positive") && inputs.has("negative")) {
    return [output === 0 ? "positive" : "negative"];
  }
  const texts = textInputs.filter((name) => linkOf(inputs.get(name)));
  return texts.length > 0 ? texts : inputs.keys();
}

interface Source {
  readonly node: GraphNode;
  readonly input: string;
  readonly raw: string;
}

function sourceOf(graph: Graph, first: GraphNode, firstInput: string): Source | undefined {
  let node: GraphNode | undefined = first;
  let input = firstInput;
  for (let hops = 0; node && hops <= maxHops; hops += 1) {
    const { inputs }: GraphNode = node;
    const raw = inputs.get(input);
    const link = linkOf(raw);
    if (!link) return raw === undefined ? undefined : { node, input, raw };
    node = graph.get(link.id);
    input = valueInputs.find((name) => node?.inputs.has(name)) ?? "";
  }
  return undefined;
}

const isSampler = ({ inputs }: GraphNode): boolean =>
  inputs.has("latent_image") && (inputs.has("positive") || inputs.has("guider"));

const mainInputs = ({ inputs }: GraphNode): readonly string[] =>
  [...inputs.keys()].filter((name) => !conditionings.has(name));

const before = (graph: Graph, node: GraphNode): Generator<GraphNode> =>
  nodesBefore(graph, [{ id: node.id, output: 0 }], mainInputs);

/** Returns the sampler of the first pass, which is the sampler that doesn't start from another sampler's image. */
function findSampler(graph: Graph): GraphNode | undefined {
  const samplers = [...graph.values()].filter(isSampler).slice(0, maxSamplers);
  const isFirstPass = (sampler: GraphNode): boolean =>
    [...before(graph, sampler)].filter(isSampler).length === 1;
  return samplers.find(isFirstPass) ?? samplers[0];
}

const unquoted = (raw: string): string => {
  const value = parseJson(raw);
  return typeof value === "string" ? value : raw;
};

interface Settings {
  readonly pairs: Map<string, RecipeSetting>;
  readonly used: Set<string>;
}

const keyOf = ({ node, input }: Omit<Source, "raw">): string => `${node.id} ${input}`;

function add({ pairs, used }: Settings, name: string, written: string, source: Source): void {
  if (pairs.has(name)) return;
  pairs.set(name, { name, written, text: unquoted(source.raw) });
  used.add(keyOf(source));
}

function readInput(graph: Graph, node: GraphNode, input: string, settings: Settings): void {
  const name = Object.hasOwn(standardNames, input) ? standardNames[input] : undefined;
  const source = name === undefined ? undefined : sourceOf(graph, node, input);
  if (name !== undefined && source) add(settings, name, input, source);
}

/** Adds a prompt's text unless it was already added. Without a negative prompt, both links lead to the same text. */
function readText(graph: Graph, name: string, first: Link | undefined, settings: Settings): void {
  if (!first) return;
  for (const node of nodesBefore(graph, [first], conditioningInputs)) {
    const input = textInputs.find(
      (candidate) => typeof parseJson(node.inputs.get(candidate) ?? "") === "string",
    );
    if (input === undefined) continue;
    const source = { node, input, raw: node.inputs.get(input) ?? "" };
    if (!settings.used.has(keyOf(source))) add(settings, name, input, source);
    return;
  }
}

function readRest(graph: Graph, { used }: Settings): readonly RecipeSetting[] {
  return [...graph.values()].flatMap((node) =>
    [...node.inputs]
      .filter(([input, raw]) => !linkOf(raw) && !used.has(keyOf({ node, input })))
      .map(([input, raw]) => ({ name: `${node.type} ${input}`, text: unquoted(raw) })),
  );
}

/** Returns the settings from a ComfyUI graph in API format, or undefined for other JSON. Takes linear time. */
export function readGraph(members: readonly JsonMember[]): readonly RecipeSetting[] | undefined {
  const graph = findGraph(members);
  const sampler = graph && findSampler(graph);
  if (!graph || !sampler) return undefined;
  const settings: Settings = { pairs: new Map(), used: new Set() };
  const guider = [...before(graph, sampler)].find(
    ({ inputs }) => inputs.has("positive") || inputs.has("conditioning"),
  );
  const inputs = guider?.inputs;
  const positive = linkOf(inputs?.get("positive") ?? inputs?.get("conditioning"));
  readText(graph, "Prompt", positive, settings);
  readText(graph, "Negative prompt", linkOf(inputs?.get("negative")), settings);
  // `guidance` is read before the sampler's `cfg`, because Flux ignores `cfg`.
  for (const node of positive ? nodesBefore(graph, [positive], conditioningInputs) : []) {
    readInput(graph, node, "guidance", settings);
  }
  for (const node of before(graph, sampler)) {
    for (const input of node.inputs.keys()) readInput(graph, node, input, settings);
  }
  return [...settings.pairs.values(), ...readRest(graph, settings)];
}
