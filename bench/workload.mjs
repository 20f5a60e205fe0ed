/** Creates a seeded generator of numbers from 0 to 1 (mulberry32). */
export function createRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random, low, high) => low + (high - low) * random();
const normal = (random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const around = (random, middle, spread) => middle * Math.exp(spread * normal(random));
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const happens = (random, share) => random() < share;

/**
 * Four classes of models with different speeds. `sample` returns one job's queue and processing times in seconds.
 * `load` is the service's utilization, from 0 to 1.
 */
export const workloads = {
  fast: {
    middles: [1.1, 1.5, 2, 2.6],
    share: 0.4,
    sample: (random, middle) => ({
      run: clamp(
        around(random, middle, 0.12) * (happens(random, 0.3) ? between(random, 0.85, 1.2) : 1),
        0.7,
        3.2,
      ),
      queue: happens(random, 0.85) ? between(random, 0.02, 0.15) : between(random, 0.1, 1),
    }),
  },
  SDXL: {
    middles: [4.2, 5, 6, 7],
    share: 0.35,
    sample: (random, middle, load) => ({
      run: clamp(
        around(random, middle, 0.06) * (happens(random, 0.6) ? 1 : between(random, 0.8, 1.35)),
        3.5,
        9,
      ),
      queue: happens(random, 1 - load) ? between(random, 0.02, 0.3) : between(random, 0.1, 3),
    }),
  },
  "cold start": {
    middles: [20, 25, 32],
    share: 0.15,
    // The container boots while the job is queued.
    sample: (random, middle) => ({
      run: around(random, middle, 0.07),
      queue: happens(random, 0.6) ? between(random, 0.05, 1) : between(random, 18, 58),
    }),
  },
  video: {
    middles: [75, 110, 160],
    share: 0.1,
    sample: (random, middle, load) => ({
      run: clamp(around(random, middle, 0.1) * (happens(random, 0.3) ? 1.6 : 1), 55, 300),
      queue: happens(random, 1 - load) ? between(random, 0.1, 2) : between(random, 1, 30),
    }),
  },
};

/** Failure times in milliseconds: at any time before the end, or after one to two seconds. */
export const failures = {
  "at any time": (random, { totalMs }) => totalMs * between(random, 0.05, 1),
  refused: (random) => 1_000 * between(random, 1, 2),
};

/**
 * Samples one model's jobs with a drifting load, in milliseconds. The same seed gives the same jobs. `drift`, an
 * `{ at, factor }`, multiplies durations from job `at` on. `failing`, a `{ share, how }`, ends a share of jobs early.
 */
export function sampleJobs({ sample, middle, count, seed, drift, failing }) {
  const random = createRandom(seed);
  const chance = createRandom(seed + 77);
  let load = 0.4;
  return Array.from({ length: count }, (_, index) => {
    load = clamp(0.9 * load + 0.04 + 0.08 * normal(random), 0.02, 0.95);
    const factor = drift && index >= drift.at ? drift.factor : 1;
    const { queue, run } = sample(random, middle, load);
    const queueMs = 1_000 * factor * queue;
    const runMs = 1_000 * factor * run;
    const job = { queueMs, runMs, totalMs: queueMs + runMs, failed: false, seed: random() * 1e9 };
    if (!failing || !happens(chance, failing.share)) return job;
    const totalMs = failing.how(chance, job);
    const queuedMs = Math.min(queueMs, totalMs * 0.9);
    return { ...job, queueMs: queuedMs, runMs: totalMs - queuedMs, totalMs, failed: true };
  });
}
