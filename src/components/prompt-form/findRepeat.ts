import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";

type Input = Readonly<Record<string, unknown>>;

/** Serializes an input independently of the order of its fields. */
const textOf = (input: Input): string =>
  JSON.stringify(Object.entries(input).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Returns the input with the seed that the job used, even if the job was submitted with a random seed. */
const usedInput = ({ input, result }: Job, seedName: string): Input =>
  result?.seed === undefined ? input : { ...input, [seedName]: result.seed };

export interface FindRepeatOptions {
  readonly jobs: readonly Job[];
  readonly modelId: string;
  readonly input: Input;
  readonly seedName: string;
}

/** Returns a pending or completed job with the same model, the same input, and the same seed. */
export function findRepeat({ jobs, modelId, input, seedName }: FindRepeatOptions): Job | undefined {
  const seed = input[seedName];
  if (typeof seed !== "number" || seed < 0) return undefined;
  const text = textOf(input);
  return jobs.findLast(
    (job) =>
      job.modelId === modelId &&
      (isPending(job) || job.status === "completed") &&
      job.omitted.length === 0 &&
      textOf(usedInput(job, seedName)) === text,
  );
}
