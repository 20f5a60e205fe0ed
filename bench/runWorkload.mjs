import { watchJob } from "./watchJob.mjs";
import { sampleJobs, workloads } from "./workload.mjs";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const quantile = (values, rank) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(rank * values.length))];

/** Returns the latency a catalog would have for a model: its durations' median and 95th percentile. */
function latencyOf(sample, middle) {
  const totals = sampleJobs({ sample, middle, count: 400, seed: 4_242 }).map(
    ({ totalMs }) => totalMs,
  );
  const rounded = (ms) => Math.round(ms / 500) * 500;
  return { typicalMs: rounded(quantile(totals, 0.5)), slowMs: rounded(quantile(totals, 0.95)) };
}

/** Watches the jobs of every model in a class in order. Returns each job's cost and index. */
export function runWorkload(name, createPolicy, { count = 250, seeds = [1, 2], ...how } = {}) {
  const { sample, middles } = workloads[name];
  return middles.flatMap((middle, model) =>
    seeds.flatMap((seed) => {
      const startJob = createPolicy(latencyOf(sample, middle));
      const jobs = sampleJobs({
        sample,
        middle,
        count,
        seed: seed * 7_919 + model * 104_729,
        ...how,
      });
      return jobs.map((job, index) => ({ ...watchJob(job, startJob()), index }));
    }),
  );
}

/** Returns the requests per job and the delays in seconds. */
export function summarize(watched) {
  const delays = watched.map(({ delayMs }) => delayMs / 1_000);
  const failedDelays = watched.flatMap(({ failed, delayMs }) => (failed ? [delayMs / 1_000] : []));
  return {
    requests: mean(watched.map(({ requests }) => requests)),
    mean: mean(delays),
    p95: quantile(delays, 0.95),
    failed: failedDelays.length > 0 ? mean(failedDelays) : undefined,
  };
}

/** Returns the mean over all classes, weighted by traffic. */
export function mixOf(summaries) {
  const sumOf = (key) =>
    Object.entries(workloads).reduce(
      (sum, [name, { share }]) => sum + share * summaries[name][key],
      0,
    );
  return { requests: sumOf("requests"), mean: sumOf("mean"), p95: sumOf("p95") };
}
