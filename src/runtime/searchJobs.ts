import type { Job } from "./job.ts";

const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Cached search texts, by input. Inputs never change. */
const texts = new WeakMap<object, string>();

function textOf({ input, modelId }: Job): string {
  const known = texts.get(input);
  if (known !== undefined) return known;
  const words = Object.values(input).filter(
    (value) => typeof value === "number" || (typeof value === "string" && !/^data:/i.test(value)),
  );
  const text = fold([modelId, ...words].join(" "));
  texts.set(input, text);
  return text;
}

export interface JobFilter {
  /** Words to find in the input and the model ID, in any order. All words must match. */
  readonly search?: string | undefined;
  readonly modelId?: string | undefined;
  readonly favoritesOnly?: boolean | undefined;
}

export function searchJobs(jobs: readonly Job[], filter: JobFilter): readonly Job[] {
  const { search = "", modelId, favoritesOnly = false } = filter;
  const words = fold(search).split(/\s+/).filter(Boolean);
  return jobs.filter(
    (job) =>
      (modelId === undefined || job.modelId === modelId) &&
      (!favoritesOnly || job.favorite) &&
      words.every((word) => textOf(job).includes(word)),
  );
}
