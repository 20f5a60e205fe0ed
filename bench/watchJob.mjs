import { createRandom } from "./workload.mjs";

/**
 * Watches one job in virtual time with a policy's delays. At time 0, the service accepts the job. A request takes 50 to
 * 150 ms and reads the state halfway. The returned delay is the time from the job's end until the response with it.
 */
export function watchJob(job, policy) {
  const random = createRandom(job.seed);
  const nextRoundTrip = () => 50 + 100 * random();
  let now = nextRoundTrip() / 2;
  for (let requests = 1; requests < 10_000; requests++) {
    const sentMs = now + Math.max(0, policy.wait(now));
    const answeredMs = sentMs + nextRoundTrip();
    const readMs = (sentMs + answeredMs) / 2;
    const ended = job.failed ? "failed" : "completed";
    const going = readMs < job.queueMs ? "queued" : "processing";
    const state = readMs >= job.totalMs ? ended : going;
    policy.observe?.({ state, sentMs, answeredMs, job });
    if (state === ended) return { requests, delayMs: answeredMs - job.totalMs, failed: job.failed };
    now = answeredMs;
  }
  throw new Error("The policy never stops polling.");
}
