import type { Job } from "./job.ts";

/** Letters as they are meant: without case, accents and width. */
const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Search text of each input. An input never changes, so its job owns the text. */
const texts = new WeakMap<object, string>();

function textOf({ input, modelId }: Job): string {
  const known = texts.get(input);
  if (known !== undefined) return known;
  const words = Object.values(input).filter(
    // An image in the input is no text, however long it is.
    (value) => typeof value === "number" || (typeof value === "string" && !/^data:/i.test(value)),
  );
  const text = fold([modelId, ...words].join(" "));
  texts.set(input, text);
  return text;
}

export interface JobFilter {
  /** Words that all occur in the prompt or in another setting, in any order. */
  readonly search?: string | undefined;
  readonly modelId?: string | undefined;
  readonly favoritesOnly?: boolean | undefined;
}

/** The runs that fit. */
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
