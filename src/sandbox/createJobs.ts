import type { Model } from "../models/defineModel.ts";
import type { Body } from "./checkInput.ts";
import { createBounded } from "./createBounded.ts";
import type { JobFault } from "./faults.ts";
import type { MagicFault } from "./magicFaults.ts";
import type { PictureRecipes } from "./pictures/recipe.ts";
import type { SandboxTiming } from "./runTiming.ts";

/** A record is kept for an hour, then its id is unknown. */
const recordLifeMs = 60 * 60 * 1000;

/** A server may run for weeks, and an input may hold a whole image. Past these, the oldest jobs are dropped early. */
const mostJobs = 5_000;
const mostCharacters = 100_000_000;
/** Published images stay in memory with their job: as data URLs they are about a megabyte each. */
const mostPublishedJobs = 200;

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

/** Long texts of a job are its input's: images as data URLs, which the recipes share with it. */
const charactersOf = ({ input }: Job): number =>
  Object.values(input).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );

export function createJobs({ publishes }: { readonly publishes: boolean }): Jobs {
  const most = publishes ? mostPublishedJobs : mostJobs;
  const jobs = createBounded<string, Job>(most, mostCharacters);
  return {
    add: (job) => jobs.set(job.requestId, job, charactersOf(job)),
    find(requestId, now) {
      const job = jobs.get(requestId);
      return job && now < job.submittedAt + recordLifeMs ? job : undefined;
    },
  };
}
