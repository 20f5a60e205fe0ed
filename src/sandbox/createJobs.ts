import type { Model } from "../models/index.ts";
import type { Body } from "./checkInput.ts";
import type { JobFault } from "./faults.ts";
import type { MagicFault } from "./magicFaults.ts";
import type { PictureRecipes } from "./pictures/recipe.ts";
import type { SandboxTiming } from "./runTiming.ts";

/** A record is kept for an hour, then its id is unknown. */
const recordLifeMs = 60 * 60 * 1000;

export interface Job {
  readonly requestId: string;
  readonly model: Model;
  readonly input: Body;
  /** The one that was used, also when a random one was asked for. */
  readonly seed: number;
  /** One picture a sample. */
  readonly recipes: PictureRecipes;
  readonly submittedAt: number;
  readonly timing: SandboxTiming;
  /** In credits; 0 for a run that failed. */
  cost: number;
  readonly remainingCredits: number;
  readonly faults: Set<JobFault>;
  /** What its prompt asked for, and did not strike yet. */
  readonly magic: MagicFault[];
  /** The pictures' addresses, from the first time that somebody asked. */
  addresses?: Promise<readonly string[]>;
}

export interface Jobs {
  add(job: Job): void;
  find(requestId: string, now: number): Job | undefined;
}

export function createJobs(): Jobs {
  const jobs = new Map<string, Job>();
  const expired = (job: Job, now: number): boolean => now >= job.submittedAt + recordLifeMs;
  return {
    add(job) {
      for (const [id, older] of jobs) {
        if (!expired(older, job.submittedAt)) break;
        jobs.delete(id);
      }
      jobs.set(job.requestId, job);
    },
    find(requestId, now) {
      const job = jobs.get(requestId);
      return job && !expired(job, now) ? job : undefined;
    },
  };
}
