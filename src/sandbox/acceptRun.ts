import type { Model } from "../models/defineModel.ts";
import { refuse } from "./answers.ts";
import { checkInput, isBody, type Body } from "./checkInput.ts";
import type { SandboxJob } from "./createJobs.ts";
import type { Service, Visit } from "./createService.ts";
import { hasEffect } from "./faults.ts";
import { isDoomed } from "./jobProgress.ts";
import { magicFaults } from "./magicFaults.ts";
import { costOf } from "./runTiming.ts";
import type { Sample } from "./sandboxPaint.ts";

function readSeed(seed: unknown): number {
  if (Number.isSafeInteger(seed) && Number(seed) >= 0) return Number(seed);
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000_000;
}

const maxSamples = 16;

function samplesOf(model: Model, input: Body, seed: number): SandboxJob["samples"] {
  const asked = Number(input["samples"]);
  const count = asked >= 1 ? Math.min(maxSamples, Math.floor(asked)) : 1;
  const sample = (index: number): Sample => ({ model, input, index, seed: seed + index });
  return [sample(0), ...Array.from({ length: count - 1 }, (_, rest) => sample(rest + 1))];
}

/** Accepts and charges a job, or returns a refusal. A blocking job is backdated, so that it has already ended. */
export function acceptRun(
  service: Service,
  visit: Visit,
  { blocking = false }: { readonly blocking?: boolean } = {},
): SandboxJob | Response {
  const { account, jobs, models } = service;
  const model = models.get(visit.id);
  if (!model) return refuse("model-not-found", `Model ${visit.id} not found`);
  if (!isBody(visit.body)) return refuse("bad-request");
  const input = checkInput(model, visit.body);
  if (input instanceof Response) return input;

  const price = costOf(model, input);
  if (account.credits < price) {
    return refuse(
      "no-credits",
      `Insufficient credits: ${account.credits} available, ${price} needed`,
    );
  }
  const named = magicFaults(input["prompt"]);
  const faults = new Set(
    [visit.fault, ...named.map(({ fault }) => fault)].filter((fault) => hasEffect(fault, "job")),
  );
  const cost = isDoomed({ faults }) ? 0 : price;
  account.charge(cost);
  const seed = readSeed(input["seed"]);
  const timing = service.timing(model, input);
  const job: SandboxJob = {
    requestId: crypto.randomUUID(),
    model,
    input,
    seed,
    samples: samplesOf(model, input, seed),
    submittedAt: blocking ? visit.now - timing.queueMs - timing.runMs : visit.now,
    timing,
    cost,
    remainingCredits: account.credits,
    faults,
    magic: named.filter(({ at, fault }) => at !== "submit" && !hasEffect(fault, "job")),
  };
  jobs.add(job);
  return job;
}
