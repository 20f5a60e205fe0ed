import type { Model } from "../models/defineModel.ts";
import type { Body } from "./checkInput.ts";
import { createBounded } from "./createBounded.ts";
import { charactersOf } from "./createFiles.ts";
import type { FaultOf } from "./faults.ts";
import type { MagicFault } from "./magicFaults.ts";
import type { SandboxTiming } from "./runTiming.ts";
import type { Sample } from "./sandboxPaint.ts";

const jobLifeMs = 60 * 60 * 1000;

/** Memory limits, because inputs can contain images. Above a limit, the oldest jobs are dropped before they expire. */
const maxJobs = 5_000;
const maxCharacters = 100_000_000;
/** Smaller limit for jobs with published images, because each image can be a data URL of about a megabyte. */
const maxPublishedJobs = 200;

export interface SandboxImage {
  readonly url: string;
  readonly contentType: string;
}

export interface SandboxJob {
  readonly requestId: string;
  readonly model: Model;
  readonly input: Body;
  readonly seed: number;
  readonly samples: readonly [Sample, ...Sample[]];
  readonly submittedAt: number;
  readonly timing: SandboxTiming;
  cost: number;
  readonly remainingCredits: number;
  readonly faults: Set<FaultOf<"job">>;
  readonly magic: MagicFault[];
  /** Time of cancellation on the sandbox's clock, in milliseconds since 1970. */
  canceledAt?: number;
  /** Set by the first request for the result, so that later requests get the same URLs. */
  images?: Promise<readonly SandboxImage[]>;
}

export function createJobs({ publishes }: { readonly publishes: boolean }) {
  const jobs = createBounded<string, SandboxJob>(
    publishes ? maxPublishedJobs : maxJobs,
    maxCharacters,
  );
  return {
    add: (job: SandboxJob) => jobs.set(job.requestId, job, charactersOf(job.input)),
    find: (requestId: string, now: number) => {
      const job = jobs.get(requestId);
      return job && now < job.submittedAt + jobLifeMs ? job : undefined;
    },
  };
}
