import type { Model } from "../models/defineModel.ts";
import type { Body } from "./checkInput.ts";
import { createBounded } from "./createBounded.ts";
import { charactersOf } from "./createFiles.ts";
import type { JobFault } from "./faults.ts";
import type { MagicFault } from "./magicFaults.ts";
import type { Samples } from "./readSamples.ts";
import type { SandboxTiming } from "./runTiming.ts";

/** A record is kept for an hour, then its id is unknown. */
const recordLifeMs = 60 * 60 * 1000;

/** A server may run for weeks, and an input may hold a whole image. Past these, the oldest jobs are dropped early. */
const mostJobs = 5_000;
const mostCharacters = 100_000_000;
/** Published images stay in memory with their job: as data URLs they are about a megabyte each. */
const mostPublishedJobs = 200;

/** Image of a finished job. */
export interface SandboxImage {
  readonly url: string;
  readonly contentType: string;
}

export interface SandboxJob {
  readonly requestId: string;
  readonly model: Model;
  readonly input: Body;
  /** The one that was used, also when a random one was asked for. */
  readonly seed: number;
  readonly samples: Samples;
  readonly submittedAt: number;
  readonly timing: SandboxTiming;
  /** In credits; 0 for a run that failed. */
  cost: number;
  readonly remainingCredits: number;
  readonly faults: Set<JobFault>;
  /** What its prompt asked for, and did not strike yet. */
  readonly magic: MagicFault[];
  /** Set when the result is first requested, so that later results have the same URLs. */
  images?: Promise<readonly SandboxImage[]>;
}

export interface Jobs {
  add(job: SandboxJob): void;
  find(requestId: string, now: number): SandboxJob | undefined;
}

export function createJobs({ publishes }: { readonly publishes: boolean }): Jobs {
  const most = publishes ? mostPublishedJobs : mostJobs;
  const jobs = createBounded<string, SandboxJob>(most, mostCharacters);
  return {
    add: (job) => jobs.set(job.requestId, job, charactersOf(job.input)),
    find(requestId, now) {
      const job = jobs.get(requestId);
      return job && now < job.submittedAt + recordLifeMs ? job : undefined;
    },
  };
}
