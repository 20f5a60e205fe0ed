import type { LearnedTimes } from "./learnedTimes.ts";
import type { Durations } from "./priorDurations.ts";

type Input = Readonly<Record<string, unknown>>;

interface SizedJob {
  readonly modelId: string;
  readonly input: Input;
  readonly latency?: Durations | undefined;
}

/** Durations grow more slowly than the number of images, because loading the model takes the same time. */
const growth = 0.75;

const imagesIn = (input: Input): number => Number(input["samples"]) || 1;

/** Returns the key of a job's poll history. Jobs with several images take longer, so they have a separate history. */
export function historyKey({ modelId, input }: SizedJob): string {
  const images = imagesIn(input);
  return images === 1 ? modelId : `${modelId} ${images}`;
}

/** Scales a model's durations, which are those of one image, to the number of images that the input requests. */
export function scaleLatency({
  latency,
  input,
}: Omit<SizedJob, "modelId">): LearnedTimes | undefined {
  if (!latency) return undefined;
  const factor = imagesIn(input) ** growth;
  const typicalMs = factor * latency.typicalMs;
  return { quickMs: typicalMs, typicalMs, slowMs: factor * latency.slowMs };
}
