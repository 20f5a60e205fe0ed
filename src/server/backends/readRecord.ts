import * as z from "zod/v4-mini";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState, type JobState } from "../../protocol/jobState.ts";
import type { JobImage } from "../../protocol/readOutput.ts";
import { namesOtherJob, readResult } from "../../protocol/wire.ts";
import type { BackendJob } from "./backend.ts";

const maxImages = 256;
const maxErrorLength = 500;
const maxPromptLength = 20_000;
const maxTypeLength = 128;

/** Makes a field optional and drops invalid values, because the other fields of a paid result are still useful. */
const optional = <T extends z.core.$ZodType>(schema: T) => z.catch(z.optional(schema), undefined);
const amount = optional(z.number());

const imageSchema = z.object({
  url: z.string(),
  contentType: optional(z.string().check(z.maxLength(maxTypeLength))),
});

/** Seed as a number or a numeric string. A string can represent a seed outside the safe integer range. */
const seed = z.union([z.number(), z.string().check(z.regex(/^-?\d{1,40}$/))]);
const seeds = optional(z.union([seed, z.array(seed).check(z.maxLength(maxImages))]));

const recordSchema = z.object({
  text: optional(z.string()),
  seed: amount,
  metrics: optional(
    z.object({
      inferenceTime: amount,
      queueTime: amount,
      totalTime: amount,
      cost: amount,
      remainingCredits: amount,
    }),
  ),
  unknownState: optional(z.string()),
  retryAt: amount,
  body: optional(
    z.object({
      seed: seeds,
      seeds,
      prompt: optional(z.string().check(z.maxLength(maxPromptLength))),
    }),
  ),
});

export const isJobState = (state: unknown): state is JobState =>
  state === "queued" || state === "processing" || isFinalState(state as JobState);

function readImages(images: unknown): readonly JobImage[] | undefined {
  if (!Array.isArray(images)) return undefined;
  return images.slice(0, maxImages).flatMap((image: unknown) => {
    const parsed = z.safeParse(imageSchema, image);
    return parsed.success ? [parsed.data as JobImage] : [];
  });
}

/** Returns a job's error with a short message. Repeating a job that wasn't charged can't cause a second charge. */
function jobError(error: EaselError): EaselError {
  const { message, charged, retry } = error;
  const isSafe = charged === "no" && retry === "unsafe";
  if (message.length <= maxErrorLength && !isSafe) return error;
  return error.with({
    message: message.length > maxErrorLength ? `${message.slice(0, maxErrorLength)}…` : message,
    retry: isSafe ? "safe" : retry,
  });
}

/** Returns a record's known fields. @throws EaselError `bad_answer` for another job's record or an unknown state */
export function readRecord(given: BackendJob | undefined, requestId: string): BackendJob {
  if (given?.requestId !== requestId || namesOtherJob(given.body ?? {}, requestId)) {
    const message = "The response is for another job.";
    throw new EaselError("bad_answer", { message, requestId });
  }
  const { state, body, error } = given;
  if (!isJobState(state)) throw new EaselError("bad_answer", { requestId });
  // If `images` or `text` is set, the backend has already parsed the body, which can be large.
  const isRead = given.images !== undefined || given.text !== undefined;
  const read =
    body && state === "completed" && !isRead ? readResult({ body }, requestId) : undefined;
  const images = readImages(given.images ?? read?.images);
  return {
    ...(z.parse(recordSchema, { ...read, ...given }) as Partial<BackendJob>),
    requestId,
    state,
    ...(images ? { images } : {}),
    ...(EaselError.is(error) ? { error: jobError(error) } : {}),
  };
}
