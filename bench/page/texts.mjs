// Measures the texts from hostile images and links that take the parsers longest.
import { sdxlTorch } from "react-easel";
import { readImageText } from "react-easel/client";
import { changeWeight, countPrompt, readRecipe, readRecipeLink } from "react-easel/models";

const head = "p\nSteps: 2, Sampler: Euler a, Seed: 1, ";
const page = "https://app.example/#easel-recipe=";
const models = [sdxlTorch];
const weigh = (text, at) => changeWeight({ text, start: at, end: at }, 0.1);
const graph = (nodes) => {
  const node = (_, at) => {
    const link = `["${at + 1}",0]`;
    return `"${at}":{"class_type":"KSampler","inputs":{"seed":${link},"positive":${link},"latent_image":${link}}}`;
  };
  return `{${Array.from({ length: nodes }, node).join(",")}}`;
};

/** Creates a PNG whose text expands a thousandfold. */
async function packedImage(bytes) {
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  const packed = await new Response(
    stream.pipeThrough(new CompressionStream("deflate")),
  ).arrayBuffer();
  const chunk = (type, ...parts) => {
    const data = new Blob(parts);
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, data.size);
    return new Blob([length, type, data, new Uint8Array(4)]);
  };
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const text = chunk("zTXt", "parameters\0\0", packed);
  return new Blob([signature, chunk("IHDR", new Uint8Array(13)), text, chunk("IEND")]);
}

const packed = packedImage(50_000_000);

const readers = {
  "48 kB of open brackets, pasted": () => readRecipe("a: [, ".repeat(8_000), models),
  "60 kB of open brackets, in a link": () =>
    readRecipeLink(page + encodeURIComponent("a: [, ".repeat(4_600)), models),
  "360 kB of settings of one name": () => readRecipe(head + "Seed: 1, ".repeat(40_000), models),
  "48 kB of nested JSON": () => readRecipe('{"a":'.repeat(9_600), models),
  "a graph of 2,000 nodes": () => readRecipe(graph(2_000), models),
  "16,000 digits at the caret": () => weigh(`(:${"1".repeat(16_000)}x)`, 3),
  "10,000 brackets around the caret": () =>
    weigh(`${"(".repeat(10_000)}a${")".repeat(10_000)}`, 10_000),
  "100,000 characters to count": () => countPrompt("red fox, ".repeat(11_111)),
  "an image with 50 MB of packed text": async () => readImageText(await packed),
};

/** Returns milliseconds by text, in the second run, because the first run compiles the code. */
export async function readTexts() {
  const times = {};
  await packed;
  for (const [name, read] of Object.entries(readers)) {
    await read();
    const start = performance.now();
    await read();
    times[name] = { ms: Math.round(performance.now() - start) };
  }
  return times;
}
