import { refuse } from "./answers.ts";
import { checkInput, isBody, type Body } from "./checkInput.ts";
import type { SandboxJob } from "./createJobs.ts";
import { hasEffect, type JobFault } from "./faults.ts";
import { isDoomed } from "./jobProgress.ts";
import { magicFaults } from "./magicFaults.ts";
import { readSamples } from "./readSamples.ts";
import { readSeed } from "./readSeed.ts";
import { costOf } from "./runTiming.ts";
import type { Service, Visit } from "./service.ts";

/** What is to go wrong with this job: by the request's fault, and by the magic words of its prompt. */
function jobFaults(visit: Visit, input: Body): Set<JobFault> {
  const named = [visit.fault, ...magicFaults(input["prompt"]).map(({ fault }) => fault)];
  return new Set(named.filter((fault) => hasEffect(fault, "job")));
}

/**
 * Takes a run in and bills it, or says why not. Both versions of the API begin with this. A blocking call answers when
 * the run is done; the clock is not the sandbox's to move, so its job is dated back by the time that it took.
 */
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
  const faults = jobFaults(visit, input);
  const cost = isDoomed({ faults }) ? 0 : price;
  account.charge(cost);
  const seed = readSeed(input["seed"]);
  const timing = service.timing(model, input);
  const job: SandboxJob = {
    requestId: crypto.randomUUID(),
    model,
    input,
    seed,
    samples: readSamples(model, input, seed),
    submittedAt: blocking ? visit.now - timing.queueMs - timing.runMs : visit.now,
    timing,
    cost,
    remainingCredits: account.credits,
    faults,
    magic: magicFaults(input["prompt"]).filter(
      ({ at, fault }) => at !== "submit" && !hasEffect(fault, "job"),
    ),
  };
  jobs.add(job);
  return job;
}
