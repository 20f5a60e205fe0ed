import { requestsPerMs } from "./bestPoll.ts";
import { divideSpans } from "./estimateDensity.ts";
import type { JobLooks } from "./jobLooks.ts";
import type { PollHistory, PollRecord } from "./pollHistory.ts";
import { usualDurations, type Durations } from "./priorDurations.ts";
import { scaled, shifted, type Span } from "./span.ts";

/** A job that lasted between these bounds stands for ones like it: most a little off, some further. */
function like(from: number, to: number, weight: number): Span[] {
  const off = 0.1 * (from + to);
  return [
    { from: from * 0.92, to: to * 1.08, weight: 0.7 * weight },
    { from: Math.max(0, from - off), to: to + off, weight: 0.3 * weight },
  ];
}

/** Runs that fail early: most are refused within two seconds. Never sure that there are none, soon sure that there are some. */
function failures({ failed, ended }: PollHistory, usualMs: number): Span[] {
  const share = (failed + 0.1) / (ended + 8);
  // A user who waits for nothing waits for longer.
  const weight = 11 * share;
  return [
    { from: 1_000, to: 2_000, weight },
    { from: 0, to: usualMs, weight },
  ];
}

/** Newer jobs say more. */
const weigh = (jobs: readonly PollRecord[], weight: (job: PollRecord) => number): number[] =>
  jobs.map((job, index) => weight(job) * 0.97 ** (jobs.length - 1 - index));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const middleOfRun = ([, , from, to]: PollRecord): number => (from + to) / 2;

/** A quick run, a middling and a slow one; none of no jobs. */
function runsByRank(jobs: readonly PollRecord[]): PollRecord[] {
  const sorted = jobs.toSorted((a, b) => middleOfRun(a) - middleOfRun(b));
  return [0.1, 0.5, 0.9].flatMap((rank) => {
    const job = sorted[Math.floor(rank * sorted.length)];
    return job ? [job] : [];
  });
}

/**
 * How far apart to look at a job in the queue. The closer its start is known, the fewer looks find its end: about
 * sqrt(2 * requestsPerMs * step) of them, and this step makes both kinds cheapest together. Closer than the runs differ
 * is of no use.
 */
function queueStep(leaveMs: number, runs: readonly PollRecord[]): number {
  const middles = runs.map(middleOfRun);
  const differ = ((middles.at(-1) ?? 0) - (middles[0] ?? 0)) / 2;
  return Math.max(((2 * leaveMs) / Math.sqrt(2 * requestsPerMs)) ** (2 / 3), differ);
}

export interface LikelyEnds {
  /** When the job may end, in cells; empty when it has outlasted everything. */
  readonly cells: Span[];
  /** Look by then, to learn when it leaves the queue. */
  readonly lookBy: number;
}

/** When a job may end, from what its model's jobs did and what has been seen of it so far. */
export function likelyEnds(history: PollHistory, looks: JobLooks, usual: Durations): LikelyEnds {
  const { jobs } = history;
  const { unfinishedMs: after, queuedMs, processingMs } = looks;
  const strange = Math.max(0.02, 1 / (1 + jobs.length));
  const known = 1 - strange;
  const prior = scaled(usualDurations(usual), strange);
  const usualMs = jobs.length > 0 ? meanOf(jobs.map(([, to]) => to)) : usual.typicalMs;
  const failing = failures(history, usualMs);
  const lay = (spans: readonly Span[], rounds: number): Span[] =>
    divideSpans([...spans, ...failing], { after, cells: 96, rounds });

  if (queuedMs === 0) {
    const weights = weigh(jobs, (job) => (processingMs > 0 && job[5] === 1 ? 0.05 : 1));
    const totals = jobs.flatMap(([from, to], index) => like(from, to, weights[index] ?? 0));
    return { cells: lay([...scaled(totals, known), ...prior], 1), lookBy: Infinity };
  }

  if (processingMs > 0) {
    // The queue's end is known by its bounds; what is left is the work, best known from jobs with close bounds.
    const weights = weigh(jobs, ([, , from, to]) => 1 / (1 + (20 * (to - from)) / (to + from)));
    const runs = jobs.flatMap(([, , from, to], index) => like(from, to, weights[index] ?? 0));
    const work = divideSpans(scaled(runs, known), { after: 0, cells: 48, rounds: 1 });
    const ends = [
      ...shifted(work, queuedMs, processingMs),
      ...shifted(prior, (queuedMs + processingMs) / 2),
    ];
    return { cells: lay(ends, 0), lookBy: Infinity };
  }

  const ages = weigh(jobs, () => 1);
  const leaves = [
    ...jobs.map(([, , , , at], index) => ({ at, weight: ages[index] ?? 0 })),
    ...[1.05, 1.2, 1.5].map((factor) => ({ at: after * factor + 100, weight: 0.17 })),
  ].filter(({ at }) => at > after);
  const sum = leaves.reduce((total, { weight }) => total + weight, 0);
  const runs = runsByRank(jobs);
  const ends = leaves.flatMap(({ at, weight }) =>
    shifted(
      runs.flatMap(([, , from, to]) => like(from, to, weight)),
      at,
    ),
  );
  const meanLeave = leaves.reduce((total, { at, weight }) => total + at * weight, 0) / sum;
  return {
    cells: lay([...scaled(ends, known), ...shifted(prior, after)], 1),
    lookBy: runs.length > 0 ? after + queueStep(meanLeave, runs) : Infinity,
  };
}
