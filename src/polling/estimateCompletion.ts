import { requestsPerMs } from "./bestPoll.ts";
import { estimateDensity } from "./estimateDensity.ts";
import { readPollRecords, type ObservedJob, type PollHistory } from "./pollHistory.ts";
import type { PollObservations } from "./pollObservations.ts";
import { priorDurations, type Durations } from "./priorDurations.ts";
import { middleOf, scaled, shifted, type Bounds, type Span } from "./span.ts";

// Constants without a stated reason were tuned with `bench/polling.mjs`; see docs/polling.md.

const ageDecay = 0.97;
const minPriorShare = 0.02;

/** Assumed difference between the durations of two jobs: usually at most 8%, otherwise at most 20%. */
const closeMargin = 0.08;
const closeWeight = 0.7;
const wideMargin = 0.1;
const wideWeight = 0.3;

/** Assumed number of failures among `priorEnded` jobs of a model without history. The failure rate is 1 in 80. */
const priorFailed = 0.1;
const priorEnded = 8;
/** Extra weight of failures. Detecting a failure late is especially bad, because the user has waited for nothing. */
const failureWeight = 11;
const refusal: Bounds = { from: 1_000, to: 2_000 };

/** Weight of queued jobs in the estimate for a job that wasn't queued. */
const otherPhaseWeight = 0.05;
/** Penalty for wide bounds. A duration whose bounds are 10% apart has half the weight of an exact duration. */
const widthPenalty = 20;

/** Quantiles that represent all processing times. The list is short, because each is combined with every queue time. */
const processingRanks = [0.1, 0.5, 0.9];
const longerQueueFactors = [1.05, 1.2, 1.5];
const longerQueueMs = 100;
const longerQueueWeight = 0.17;

const densityCells = 96;
const processingCells = 48;

const ageWeight = (index: number, jobs: readonly ObservedJob[]): number =>
  ageDecay ** (jobs.length - 1 - index);

function similarTo({ from, to }: Bounds, weight: number): Span[] {
  const off = wideMargin * (from + to);
  return [
    { from: from * (1 - closeMargin), to: to * (1 + closeMargin), weight: closeWeight * weight },
    { from: Math.max(0, from - off), to: to + off, weight: wideWeight * weight },
  ];
}

function similarJobs(
  jobs: readonly ObservedJob[],
  boundsOf: (job: ObservedJob) => Bounds,
  weightOf: (job: ObservedJob) => number,
): Span[] {
  return jobs.flatMap((job, index) =>
    similarTo(boundsOf(job), weightOf(job) * ageWeight(index, jobs)),
  );
}

function failures({ failed, ended }: PollHistory, usualMs: number): Span[] {
  const weight = failureWeight * ((failed + priorFailed) / (ended + priorEnded));
  return [
    { ...refusal, weight },
    { from: 0, to: usualMs, weight },
  ];
}

function processingSample(jobs: readonly ObservedJob[]): Bounds[] {
  const sorted = jobs
    .map(({ processing }) => processing)
    .toSorted((a, b) => middleOf(a) - middleOf(b));
  return processingRanks.flatMap((rank) => sorted[Math.floor(rank * sorted.length)] ?? []);
}

/** Returns the best poll delay for a queued job. Delays shorter than the spread of processing times have no benefit. */
function queueStep(leaveMs: number, sample: readonly Bounds[]): number {
  const middles = sample.map(middleOf);
  const spread = ((middles.at(-1) ?? 0) - (middles[0] ?? 0)) / 2;
  return Math.max(((2 * leaveMs) / Math.sqrt(2 * requestsPerMs)) ** (2 / 3), spread);
}

function queueEnds(jobs: readonly ObservedJob[], after: number) {
  return [
    ...jobs.map(({ queueMs }, index) => ({ at: queueMs, weight: ageWeight(index, jobs) })),
    ...longerQueueFactors.map((factor) => ({
      at: after * factor + longerQueueMs,
      weight: longerQueueWeight,
    })),
  ].filter(({ at }) => at > after);
}

/**
 * Estimates when a job will end. `density` is empty if the job has outlasted all known and assumed durations. `pollBy`
 * is the latest time for the next poll, which should detect the start of processing.
 */
export function estimateCompletion(
  history: PollHistory,
  observations: PollObservations,
  latency: Durations,
): { readonly density: Span[]; readonly pollBy: number } {
  const jobs = readPollRecords(history.jobs);
  const { unfinishedMs: after, queuedMs, processingMs } = observations;
  const priorShare = Math.max(minPriorShare, 1 / (1 + jobs.length));
  const learned = (spans: readonly Span[]): Span[] => scaled(spans, 1 - priorShare);
  const prior = scaled(priorDurations(latency), priorShare);
  const usualMs =
    jobs.length > 0
      ? jobs.reduce((sum, { total }) => sum + total.to, 0) / jobs.length
      : latency.typicalMs;
  const densityOf = (spans: readonly Span[], rounds: number): Span[] =>
    estimateDensity([...spans, ...failures(history, usualMs)], after, densityCells, rounds);

  // No poll found the job queued, so the estimate uses the total durations of earlier jobs.
  if (queuedMs === 0) {
    const totals = similarJobs(
      jobs,
      ({ total }) => total,
      ({ wasQueued }) => (processingMs > 0 && wasQueued ? otherPhaseWeight : 1),
    );
    return { density: densityOf([...learned(totals), ...prior], 1), pollBy: Infinity };
  }

  // Processing began between the last poll that reported `queued` and the first poll that reported `processing`.
  if (processingMs > 0) {
    const runs = similarJobs(
      jobs,
      ({ processing }) => processing,
      ({ processing: { from, to } }) => 1 / (1 + (widthPenalty * (to - from)) / (to + from)),
    );
    const processing = estimateDensity(learned(runs), 0, processingCells, 1);
    const ends = [
      ...shifted(processing, queuedMs, processingMs),
      ...shifted(prior, (queuedMs + processingMs) / 2),
    ];
    return { density: densityOf(ends, 0), pollBy: Infinity };
  }

  // The job is still queued. Each possible start of processing is combined with each processing time.
  const leaves = queueEnds(jobs, after);
  const sample = processingSample(jobs);
  const ends = leaves.flatMap(({ at, weight }) =>
    shifted(
      sample.flatMap((processing) => similarTo(processing, weight)),
      at,
    ),
  );
  const sum = leaves.reduce((total, { weight }) => total + weight, 0);
  const meanLeave = leaves.reduce((total, { at, weight }) => total + at * weight, 0) / sum;
  return {
    density: densityOf([...learned(ends), ...shifted(prior, after)], 1),
    pollBy: sample.length > 0 ? after + queueStep(meanLeave, sample) : Infinity,
  };
}
