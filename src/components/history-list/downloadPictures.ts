import type { Client } from "../../client/client.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import { readPictureFile, type NamedFile } from "../image-result/download/readPictureFile.ts";
import { promptOf } from "../internals/promptOf.ts";

export interface DownloadedPictures {
  readonly files: readonly NamedFile[];
  /** Prompts of the runs, one for each picture that could not be had. */
  readonly missing: readonly string[];
}

export interface DownloadPicturesOptions {
  readonly jobs: readonly Job[];
  readonly client: Client;
  /** Those that are known here: a picture of theirs is saved with its recipe inside. */
  readonly models: readonly Model[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, count: number) => void;
}

const atOnce = 4;

/** Two runs of one prompt and seed have files of one name: the second is called `… (2)`. */
function tellApart(files: readonly NamedFile[]): readonly NamedFile[] {
  const taken = new Map<string, number>();
  return files.map(({ name, blob }) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return { name: count === 1 ? name : name.replace(/(\.\w+)$/, ` (${count})$1`), blob };
  });
}

/** Fetches the pictures of these runs, a few at a time and in their order. What can't be had is told, not thrown. */
export async function downloadPictures(
  options: DownloadPicturesOptions,
): Promise<DownloadedPictures> {
  const { jobs, client, models, signal, onProgress } = options;
  const pictures = jobs.flatMap(({ input, modelId, result }) =>
    (result?.images ?? []).map((_, index) => ({
      result: result as NonNullable<typeof result>,
      index,
      input,
      model: models.find(({ id }) => id === modelId),
      prompt: promptOf(input),
    })),
  );
  const read: (NamedFile | undefined)[] = [];
  let next = 0;
  let done = 0;
  onProgress(0, pictures.length);

  async function readOn(): Promise<void> {
    for (let place = next++; place < pictures.length; place = next++) {
      signal.throwIfAborted();
      const picture = pictures[place];
      if (!picture) return;
      read[place] = await readPictureFile(picture, client).catch(() => undefined);
      onProgress(++done, pictures.length);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, readOn));
  signal.throwIfAborted();
  return {
    files: tellApart(read.filter((file) => file !== undefined)),
    missing: pictures.flatMap(({ prompt }, place) => (read[place] ? [] : [prompt])),
  };
}
