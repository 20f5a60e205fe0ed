import { EaselError } from "../../protocol/EaselError.ts";

interface Flight {
  readonly answer: Promise<unknown>;
  readonly stop: AbortController;
  waiting: number;
}

/** Creates a function that shares one call among concurrent callers, and aborts it once every caller has aborted. */
export function createSingleFlight() {
  const flights = new Map<string, Flight>();

  return async <T>(
    key: string,
    signal: AbortSignal,
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    if (signal.aborted) throw new EaselError("aborted");
    let flight = flights.get(key);
    if (!flight) {
      const stop = new AbortController();
      flight = { answer: call(stop.signal), stop, waiting: 0 };
      flights.set(key, flight);
    }
    const joined = flight;
    const end = (): void => {
      if (flights.get(key) === joined) flights.delete(key);
    };
    const leave = (): void => {
      joined.waiting -= 1;
      if (joined.waiting > 0) return;
      end();
      joined.stop.abort();
    };
    joined.waiting += 1;
    signal.addEventListener("abort", leave, { once: true });
    try {
      return (await joined.answer) as T;
    } finally {
      signal.removeEventListener("abort", leave);
      end();
    }
  };
}
