import type { JobResult } from "react-easel";

const imageUrl = (name: string): string => new URL(`./images/${name}.webp`, import.meta.url).href;

/** A start image and the same scene at night. Like all sample images, they were painted by the playground's sandbox. */
export const lakeByDay = imageUrl("lake-day");
export const lakeAtNight = imageUrl("lake-night");

/** Earlier prompts and their images. */
export const samples = [
  { prompt: "a lighthouse at dusk", url: imageUrl("lighthouse-1") },
  { prompt: "a fox in the snow", url: imageUrl("fox") },
  { prompt: "a hot air balloon over a mountain lake", url: imageUrl("balloon") },
  {
    prompt: "a quiet lake at night, soft light, wide angle, very detailed, 35 mm, muted colors",
    url: imageUrl("boat"),
  },
  { prompt: "café in the old town, rain on the window", url: imageUrl("cafe") },
  { prompt: "an origami crane on a marble table", url: imageUrl("crane") },
] as const;

/** Returns a result with up to four images of a lighthouse at dusk, 1024 pixels square. */
export function sampleResult(count: number): JobResult {
  const images = Array.from({ length: count }, (_, index) => ({
    url: imageUrl(`lighthouse-${index + 1}`),
    contentType: "image/webp",
  }));
  return {
    requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
    images,
    seed: 468685,
    metrics: { inferenceTime: 4.12, queueTime: 0.2, totalTime: 4.4, cost: 0.008 },
    body: { status: "COMPLETED" },
  };
}
