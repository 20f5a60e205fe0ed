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

/** Returns a job's month in local time, such as `2026-03`. */
export function monthOf({ startedAt }: Pick<Job, "startedAt">): string {
  const date = new Date(startedAt);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}`;
}

export interface JobFilter {
  /** Words to find in the input and the model ID, in any order. All words must match. */
  readonly search?: string | undefined;
  readonly modelId?: string | undefined;
  /** Month in local time, such as `2026-03`. */
  readonly month?: string | undefined;
  readonly favoritesOnly?: boolean | undefined;
}

export function searchJobs(jobs: readonly Job[], filter: JobFilter): readonly Job[] {
  const { search = "", modelId, month, favoritesOnly = false } = filter;
  const words = fold(search).split(/\s+/).filter(Boolean);
  return jobs.filter(
    (job) =>
      (modelId === undefined || job.modelId === modelId) &&
      (month === undefined || monthOf(job) === month) &&
      (!favoritesOnly || job.favorite) &&
      words.every((word) => textOf(job).includes(word)),
  );
}

/** Returns the jobs that a search with tolerance for typos finds, in their original order. */
export function searchSimilarJobs(
  jobs: readonly Job[],
  { search = "", ...filter }: JobFilter,
  find: (texts: string[], query: string) => readonly number[],
): readonly Job[] {
  const candidates = searchJobs(jobs, filter);
  const found = new Set(find(candidates.map(textOf), fold(search)));
  return candidates.filter((_, index) => found.has(index));
}
