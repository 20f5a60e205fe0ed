import { type Client } from "react-easel";
import { type Attempt, type LedgerStorage, memoryStorage } from "react-easel/client";
import { sd21Txt2img, sdxlTorch } from "react-easel/models";
import { sampleResult, samples } from "./sampleImages.ts";

const hour = 3_600_000;

export function runs(count: number, change: (index: number) => Partial<Attempt> = () => ({})) {
  return Array.from({ length: count }, (_, index): Attempt => {
    const ago = (count - 1 - index) * 2.3 * hour + 5_000;
    const { prompt, url } = samples[index % samples.length] ?? samples[0];
    const image = { url, contentType: "image/webp" };
    const images = index % 7 === 3 ? [image, ...sampleResult(3).images] : [image];
    return {
      attemptId: `run-${index}`,
      modelId: index % 4 === 1 ? sd21Txt2img.id : sdxlTorch.id,
      scope: "studio",
      input: { prompt, seed: index },
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
