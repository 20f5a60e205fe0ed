import { act } from "@testing-library/react";

export interface RealTimers {
  readonly setTimeout: (call: () => void) => unknown;
  /** In milliseconds. */
  readonly now: () => number;
}

/** A click needs some turns until its request is sent, and an answer until it is drawn. */
const quietTurns = 5;
/** What is held back by a test, or hangs by a fault, is not waited for. */
const longestMs = 1_000;

export interface Traffic {
  /** Counts a request as under way until it is answered. */
  readonly count: <Answer>(answer: Promise<Answer>) => Promise<Answer>;
  /** Waits until nothing is under way. */
  readonly settle: () => Promise<void>;
}

export function createTraffic({ setTimeout, now }: RealTimers): Traffic {
  const turn = () => new Promise<void>((resolve) => void setTimeout(resolve));
  let underWay = 0;
  return {
    async count(answer) {
      underWay += 1;
      try {
        return await answer;
      } finally {
        underWay -= 1;
      }
    },
    settle: () =>
      act(async () => {
        const end = now() + longestMs;
        for (let quiet = 0; quiet < quietTurns && now() < end;) {
          // oxlint-disable-next-line eslint/no-await-in-loop -- one turn after the other
          await turn();
          quiet = underWay > 0 ? 0 : quiet + 1;
        }
      }),
  };
}
