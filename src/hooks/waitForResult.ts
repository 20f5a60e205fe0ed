import { QueryObserver, type QueryClient } from "@tanstack/react-query";
import type { Client, Ledger } from "../client/index.ts";
import type { Model } from "../models/index.ts";
import { EaselError, isFinalState, type JobResult } from "../protocol/index.ts";
import { jobResultOptions, jobStatusOptions } from "./queries.ts";

export interface WaitForResultOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly attemptId: string;
  readonly requestId: string;
  readonly latency: Model["latency"];
}

/** A promise of the first value that `look` gives, asked after each call of the subscription. */
function first<T>(
  subscribe: (listener: () => void) => () => void,
  look: () => T | undefined,
): { promise: Promise<T>; stop: () => void } {
  let stop = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    const check = () => {
      try {
        const value = look();
        if (value !== undefined) resolve(value);
      } catch (error) {
        reject(error);
      }
    };
    stop = subscribe(check);
    check();
  });
  return { promise: promise.finally(() => stop()), stop: () => stop() };
}

/**
 * Waits for what a job makes, on the very queries that the hooks read, so that nothing is asked twice.
 *
 * @throws EaselError of the failed run, `job_not_found` when it is gone, `aborted` when it was detached or forgotten.
 */
export async function waitForResult(options: WaitForResultOptions): Promise<JobResult> {
  const { cache, client, ledger, attemptId, requestId, latency } = options;
  const status = new QueryObserver(cache, jobStatusOptions({ client, requestId, latency }));
  const result = new QueryObserver(cache, jobResultOptions({ client, requestId }));

  const left = first<never>(ledger.subscribe, () => {
    const record = ledger.list().find((entry) => entry.attemptId === attemptId);
    if (!record || record.detached) throw new EaselError("aborted", { requestId, attemptId });
    return undefined;
  });
  const ended = first(status.subscribe.bind(status), () => {
    const { data, error } = status.getCurrentResult();
    if (error) throw error;
    if (data?.error) throw data.error.with({ attemptId });
    return data && isFinalState(data.state) ? data : undefined;
  });
  const made = ended.promise.then(
    () =>
      first(result.subscribe.bind(result), () => {
        const { data, error } = result.getCurrentResult();
        if (error) throw error;
        return data;
      }).promise,
  );
  try {
    return await Promise.race([made, left.promise]);
  } finally {
    left.stop();
    ended.stop();
    status.destroy();
    result.destroy();
  }
}
