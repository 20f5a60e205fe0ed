/** @param source @default a clock that stands still until `advance` */
export function createClock(source?: () => number) {
  const createdAt = Date.now();
  let aheadMs = 0;
  return {
    now: () => (source?.() ?? createdAt) + aheadMs,
    advance: (ms: number) => {
      if (!(ms >= 0)) {
        throw new RangeError(
          `sandbox.advance: can't move the clock by ${ms} ms, because records that have expired don't come back. Give 0 or more milliseconds.`,
        );
      }
      aheadMs += ms;
    },
  };
}
