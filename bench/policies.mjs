/**
 * Polling policies for `watchJob`. Each is created once per model and returns a function that creates a job's watcher.
 */

/** Polls immediately, then with a fixed delay. The service's SDK uses 1 s, and other SDKs use 500 ms. */
export const fixed = (everyMs) => () => () => {
  let polls = 0;
  return { wait: () => (polls++ === 0 ? 0 : everyMs) };
};

/** Polls after one second, then with a delay that grows by half, up to ten seconds. */
export const backOff = () => () => {
  let nextMs = 1_000;
  return {
    wait: () => {
      const waitMs = nextMs;
      nextMs = Math.min(10_000, nextMs * 1.5);
      return waitMs;
    },
  };
};

const tenths = (ms) => Math.round(ms / 100) / 10;

/**
 * Polls by Easel's schedule, which learns across jobs. `metrics`: the service reports durations in tenths of a second.
 */
export const learned =
  ({ protocol, metrics = false }) =>
  (latency) => {
    const { addObservation, emptyPollHistory, learn, nextPollDelay, noObservations } = protocol;
    let history = emptyPollHistory;
    return () => {
      let observations = noObservations;
      return {
        wait: (elapsedMs) => nextPollDelay({ elapsedMs, latency, history, observations }),
        observe({ state, sentMs, answeredMs, job }) {
          observations = addObservation(observations, { state, askedMs: sentMs, answeredMs });
          if (observations.endedMs === 0) return;
          const { runMs, queueMs, totalMs } = job;
          const times = {
            inferenceTime: tenths(runMs),
            queueTime: tenths(queueMs),
            totalTime: tenths(totalMs),
          };
          history = learn(history, observations, metrics ? times : undefined);
        },
        history: () => history,
      };
    };
  };
