/**
 * Policies: how one job is watched, given to `watchJob`. A policy that learns is made once a model, `createX()`, and gives a
 * watcher a job.
 */

/** Asks at once, then again so long after each answer: the service's own SDK with 1 s, other services' with 500 ms. */
export const fixed = (everyMs) => () => () => {
  let polls = 0;
  return { wait: () => (polls++ === 0 ? 0 : everyMs) };
};

/** Asks after a second, then half as long again each time, up to ten. */
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

/** The schedule of `protocol`, learning from job to job. `metrics`: the service gives its own times, to a tenth of a second. */
export const learned =
  ({ protocol, metrics = false }) =>
  (latency) => {
    const { addObservation, emptyPollHistory, learn, nextPollDelay, noObservations } = protocol;
    let history = emptyPollHistory;
    return () => {
      let observations = noObservations;
      return {
        wait: (elapsedMs) => nextPollDelay({ elapsedMs, latency, history, observations }),
        look({ state, sentMs, answeredMs, job }) {
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
