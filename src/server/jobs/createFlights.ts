import { EaselError } from "../../protocol/EaselError.ts";

/** Makes the call under a key, or joins the one that is under way. */
export type Fly<T> = (
  key: string,
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly stop: AbortController;
  watchers: number;
}

/**
 * Makes the same call once for all who ask for it at the same time. It is aborted when the last of them has gone, and
 * what it said is not kept.
 */
export function createFlights<T>(): Fly<T> {
  const flights = new Map<string, Flight<T>>();

  return async (key, signal, call) => {
    if (signal.aborted) throw new EaselError("aborted");
    let flight = flights.get(key);
    if (!flight) {
      const stop = new AbortController();
      flight = { answer: call(stop.signal), stop, watchers: 0 };
      flights.set(key, flight);
    }
    const joined = flight;
    const end = (): void => {
      if (flights.get(key) === joined) flights.delete(key);
    };
    const leave = (): void => {
      joined.watchers -= 1;
      if (joined.watchers > 0) return;
      end();
      joined.stop.abort();
    };
    joined.watchers += 1;
    signal.addEventListener("abort", leave, { once: true });
    try {
      return await joined.answer;
    } finally {
      signal.removeEventListener("abort", leave);
      end();
    }
  };
}
