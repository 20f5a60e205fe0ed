import type { Pair } from "./infotext.ts";
import { parseJson, readMembers, type JsonMember } from "./jsonMembers.ts";

/** A node of ComfyUI's graph. Its inputs are kept as they are written. */
interface GraphNode {
  readonly id: string;
  readonly type: string;
  readonly inputs: ReadonlyMap<string, string>;
}

type Graph = ReadonlyMap<string, GraphNode>;

/** Another node's output as an input. */
interface Link {
  readonly id: string;
  readonly output: number;
}

/** Inputs of a sampler and of the nodes before it, and Automatic1111's names for the same. */
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

/** Inputs that lead to a prompt. */
const conditionings = new Set(["positive", "negative", "conditioning"]);
/** Inputs that hold a prompt, of encoders and of nodes with a text alone. */
const textInputs = ["text", "text_g", "t5xxl", "clip_l", "prompt", "string", "value"];
/** Inputs of nodes with a value alone. */
const valueInputs = ["value", "seed", "noise_seed", "int", "float", "number"];
/** A base pass is among the first; each has its own way to be followed. */
const mostSamplers = 8;
/** Links from an input to its value. */
const mostHops = 8;

function readNode({ name: id, raw }: JsonMember): GraphNode | undefined {
  const members = new Map(readMembers(raw)?.map((member) => [member.name, member.raw]));
  const type = parseJson(members.get("class_type") ?? "");
  const inputs = readMembers(members.get("inputs") ?? "");
  return typeof type === "string" && inputs
    ? { id, type, inputs: new Map(inputs.map((input) => [input.name, input.raw])) }
    : undefined;
}

/** A graph stands alone, or as the prompt of a request. */
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

/** The nodes that lead to an output, nearest first, each once. */
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

/** A node between two prompts and their use has an output for each. */
function conditioningInputs({ inputs }: GraphNode, { output }: Link): Iterable<string> {
  const isPair = inputs.has("positive") && inputs.has("negative");
  return isPair ? [output === 0 ? "positive" : "negative"] : inputs.keys();
}

/** An input's value as it is written; of a link, the value of the node that it leads to. */
function valueOf(graph: Graph, raw: string | undefined): string | undefined {
  let value = raw;
  for (let hops = 0; hops <= mostHops; hops += 1) {
    const link = linkOf(value);
    if (!link) return value;
    const inputs = graph.get(link.id)?.inputs;
    value = inputs?.get(valueInputs.find((name) => inputs.has(name)) ?? "");
  }
  return undefined;
}

const isSampler = ({ inputs }: GraphNode): boolean =>
  inputs.has("latent_image") && (inputs.has("positive") || inputs.has("guider"));

const mainInputs = ({ inputs }: GraphNode): readonly string[] =>
  [...inputs.keys()].filter((name) => !conditionings.has(name));

const before = (graph: Graph, node: GraphNode): Generator<GraphNode> =>
  nodesBefore(graph, [{ id: node.id, output: 0 }], mainInputs);

/** The sampler that starts from nothing, not from another one's image. */
function findSampler(graph: Graph): GraphNode | undefined {
  const samplers = [...graph.values()].filter(isSampler).slice(0, mostSamplers);
  const isFirstPass = (sampler: GraphNode): boolean =>
    [...before(graph, sampler)].filter(isSampler).length === 1;
  return samplers.find(isFirstPass) ?? samplers[0];
}

const unquoted = (raw: string): string => {
  const value = parseJson(raw);
  return typeof value === "string" ? value : raw;
};

/** Settings by their standard name, and the inputs that they were read from. */
interface Found {
  readonly pairs: Map<string, Pair>;
  readonly used: Set<string>;
}

/** Adds a setting unless a nearer node has given it. */
function add({ pairs, used }: Found, name: string, written: string, raw: string, node: GraphNode) {
  if (pairs.has(name)) return;
  pairs.set(name, { name, written, text: unquoted(raw) });
  used.add(`${node.id} ${written}`);
}

function readSettings(graph: Graph, nodes: Iterable<GraphNode>, found: Found): void {
  for (const node of nodes) {
    for (const [input, raw] of node.inputs) {
      const name = Object.hasOwn(standardNames, input) ? standardNames[input] : undefined;
      const value = name === undefined ? undefined : valueOf(graph, raw);
      if (name !== undefined && value !== undefined) add(found, name, input, value, node);
    }
  }
}

function readText(graph: Graph, name: string, first: Link | undefined, found: Found): void {
  if (!first) return;
  for (const node of nodesBefore(graph, [first], conditioningInputs)) {
    const input = textInputs.find(
      (one) => typeof parseJson(node.inputs.get(one) ?? "") === "string",
    );
    if (input !== undefined) return add(found, name, input, node.inputs.get(input) ?? "", node);
  }
}

/** All values of the graph that no setting was read from: of second passes, extensions and files. */
function readRest(graph: Graph, { used }: Found): readonly Pair[] {
  return [...graph.values()].flatMap(({ id, type, inputs }) =>
    [...inputs]
      .filter(([input, raw]) => !linkOf(raw) && !used.has(`${id} ${input}`))
      .map(([input, raw]) => ({ name: `${type} ${input}`, text: unquoted(raw) })),
  );
}

/**
 * Reads the settings of ComfyUI's first sampler out of its API graph, from the nodes that lead to it. Undefined for members
 * of anything else. Takes time linear in the graph.
 */
export function readGraph(members: readonly JsonMember[]): readonly Pair[] | undefined {
  const graph = findGraph(members);
  const sampler = graph && findSampler(graph);
  if (!graph || !sampler) return undefined;
  const found: Found = { pairs: new Map(), used: new Set() };
  const guider = [...before(graph, sampler)].find(
    ({ inputs }) => inputs.has("positive") || inputs.has("conditioning"),
  );
  const inputs = guider?.inputs;
  const positive = linkOf(inputs?.get("positive") ?? inputs?.get("conditioning"));
  readText(graph, "Prompt", positive, found);
  readText(graph, "Negative prompt", linkOf(inputs?.get("negative")), found);
  readSettings(graph, before(graph, sampler), found);
  // Flux has its guidance on the way of its prompt.
  if (positive && !found.pairs.has("CFG scale")) {
    for (const node of nodesBefore(graph, [positive], conditioningInputs)) {
      const raw = valueOf(graph, node.inputs.get("guidance"));
      if (raw !== undefined) add(found, "CFG scale", "guidance", raw, node);
    }
  }
  return [...found.pairs.values(), ...readRest(graph, found)];
}
