import { act } from "@testing-library/react";

export interface RealTimers {
  readonly setTimeout: (call: () => void) => unknown;
  readonly now: () => number;
}

/** A click needs some turns until its request is sent, and an answer until it is rendered. */
const quietTurns = 5;
/** A test may hold a request back. */
const maxWaitMs = 1_000;

export function createTraffic({ setTimeout, now }: RealTimers) {
  const turn = () => new Promise<void>((resolve) => void setTimeout(resolve));
  let pending = 0;
  return {
    async count<Answer>(answer: Promise<Answer>): Promise<Answer> {
      pending += 1;
      try {
        return await answer;
      } finally {
        pending -= 1;
      }
    },
    settle: () =>
      act(async () => {
        const end = now() + maxWaitMs;
        for (let quiet = 0; quiet < quietTurns && now() < end;) {
          // oxlint-disable-next-line eslint/no-await-in-loop -- one turn after the other
          await turn();
          quiet = pending > 0 ? 0 : quiet + 1;
        }
      }),
  };
}
