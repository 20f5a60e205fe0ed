import type { Client } from "../../client/client.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import { readImageFile, type NamedFile } from "../image-result/download/readImageFile.ts";
import { promptOf } from "../internals/promptOf.ts";

export interface DownloadImagesOptions {
  readonly jobs: readonly Job[];
  readonly client: Client;
  readonly models: readonly Model[];
  readonly signal: AbortSignal;
  /** Text to draw into the images. */
  readonly label?: string | undefined;
  readonly onProgress: (done: number, count: number) => void;
}

const atOnce = 4;

function tellApart(files: readonly NamedFile[]): readonly NamedFile[] {
  const taken = new Map<string, number>();
  return files.map(({ name, blob }) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return { name: count === 1 ? name : name.replace(/(\.\w+)$/, ` (${count})$1`), blob };
  });
}

/** Downloads up to four images at a time. Returns the files in order and failed images' prompts. Throws on abort. */
export async function downloadImages(options: DownloadImagesOptions) {
  const { jobs, client, models, signal, label, onProgress } = options;
  const images = jobs.flatMap(({ input, modelId, result }) => {
    if (!result) return [];
    const model = models.find(({ id }) => id === modelId);
    const prompt = promptOf(input);
    return result.images.map((_, index) => ({ result, index, input, model, prompt, label }));
  });
  const read: (NamedFile | undefined)[] = [];
  let next = 0;
  let done = 0;
  onProgress(0, images.length);

  async function readOn(): Promise<void> {
    for (let place = next++; place < images.length; place = next++) {
      signal.throwIfAborted();
      const image = images[place];
      if (!image) return;
      read[place] = await readImageFile(image, client).catch(() => undefined);
      onProgress(++done, images.length);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, readOn));
  signal.throwIfAborted();
  return {
    files: tellApart(read.filter((file) => file !== undefined)),
    missing: images.flatMap(({ prompt }, place) => (read[place] ? [] : [prompt])),
  };
}
