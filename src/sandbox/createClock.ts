/** The sandbox's own time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
}

/** A clock that stands still where it was made until it is moved, or that runs with `source` and can be moved ahead of it. */
export function createClock(source?: () => number): Clock {
  const made = Date.now();
  const read = source ?? (() => made);
  let ahead = 0;
  return {
    now: () => read() + ahead,
    advance(ms) {
      if (!(ms >= 0)) {
        throw new RangeError(
          `sandbox.advance: can't move the clock by ${ms} ms, because records that have expired don't come back. Give 0 or more milliseconds.`,
        );
      }
      ahead += ms;
    },
  };
}
