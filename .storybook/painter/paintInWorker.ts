import type { SandboxPaint } from "react-easel/sandbox";
import type { PaintAnswer, PaintTask } from "./paintWorker.ts";
import { readRecipe } from "./recipe.ts";

const maxWorkers = 2;
const workers: Worker[] = [];
const waiting = new Map<number, (bytes: Uint8Array<ArrayBuffer> | undefined) => void>();
let lastId = 0;

function startWorker(): Worker {
  const worker = new Worker(new URL("./paintWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data: { id, bytes } }: MessageEvent<PaintAnswer>) => {
    waiting.get(id)?.(bytes);
  });
  // A worker that can't be loaded answers nothing.
  worker.addEventListener("error", () => {
    for (const answer of waiting.values()) answer(undefined);
  });
  return worker;
}

function paintOff(task: Omit<PaintTask, "id">): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof Worker === "undefined") return Promise.resolve(undefined);
  const id = (lastId += 1);
  const worker = (workers[id % maxWorkers] ??= startWorker());
  return new Promise<Uint8Array<ArrayBuffer> | undefined>((resolve) => {
    waiting.set(id, resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage({ id, ...task } satisfies PaintTask);
  }).finally(() => waiting.delete(id));
}

/** Paints in a worker, because a large image takes almost a second. Paints in the page if no worker can be started. */
export const paintInWorker: SandboxPaint = async (request) => {
  const bytes = await paintOff({ recipe: readRecipe(request), startImage: request.startImage });
  if (bytes) return { bytes, contentType: "image/png" };
  const { paintImage } = await import("./paintImage.ts");
  return paintImage(request);
};
