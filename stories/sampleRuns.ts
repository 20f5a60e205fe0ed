import { type Client } from "react-easel";
import { type Attempt, type LedgerStorage, memoryStorage } from "react-easel/client";
import { sd21Txt2img, sdxlTorch } from "react-easel/models";
import { sampleImage } from "./sampleImages.ts";

const subjects = [
  "a lighthouse at dusk, oil on canvas",
  "two foxes in the snow",
  "a red panda in a bar, film still",
  "a quiet harbor in the morning mist, soft light, wide angle, very detailed, 35 mm, muted colors",
  "café in the old town, rain on the window",
  "an origami crane on a marble table",
];

const hour = 3_600_000;

export function runs(count: number, change: (index: number) => Partial<Attempt> = () => ({})) {
  return Array.from({ length: count }, (_, index): Attempt => {
    const ago = (count - 1 - index) * 2.3 * hour + 5_000;
    const images = Array.from({ length: index % 7 === 3 ? 4 : 1 }, (__, image) => ({
      url: sampleImage(index + image, 256, 256),
      contentType: "image/svg+xml",
    }));
    return {
      attemptId: `run-${index}`,
      modelId: index % 4 === 1 ? sd21Txt2img.id : sdxlTorch.id,
      scope: "studio",
      input: { prompt: subjects[index % subjects.length], seed: index },
      startedAt: Date.now() - ago,
      pageId: "earlier",
      submit: "taken",
      requestId: `job-${index}`,
      detached: false,
      seen: true,
      starred: index % 9 === 2,
      result: { requestId: `job-${index}`, images, seed: 468_685 + index, body: {} },
      endedAt: Date.now() - Math.min(ago, hour),
      ...change(index),
    };
  });
}

/** Creates a storage with attempts from an earlier page. */
export function storageWith(attempts: readonly Attempt[]): LedgerStorage {
  const storage = memoryStorage({ attempts: 10_000, chars: 20_000_000 });
  for (const attempt of attempts) {
    storage.set(`easel:::${attempt.attemptId}`, JSON.stringify({ ...attempt, version: 1 }));
  }
  return storage;
}

const unasked = () => new Promise<never>(() => {});

export const silentClient: Client = { submit: unasked, getStatus: unasked, getResult: unasked };
