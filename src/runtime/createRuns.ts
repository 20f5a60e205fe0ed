import type { QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import type { Model } from "../models/defineModel.ts";
import { learnedTimes } from "../polling/learnedTimes.ts";
import type { JobResult } from "../protocol/wire.ts";
import { beginJob } from "./beginJob.ts";
import { seedJobStatus } from "./easelKeys.ts";
import { waitForResult } from "./waitForResult.ts";

/** Two equal calls within this time are one intended run: a double click takes up to half a second. */
const doubleClickMs = 600;

export interface Run {
  readonly scope: string;
  readonly modelId: string;
  readonly latency: Model["latency"];
  readonly input: Readonly<Record<string, unknown>>;
  /** The run that it is made after, when it is a retry: that is meant, however soon it comes. */
  readonly after?: string;
}

export interface RunBacking {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly memory: PollMemory;
}

interface Call {
  readonly run: string;
  /** Whose it is: another user means another run, be it the same in all else. */
  readonly ledger: Ledger;
  /** By the clock that nobody can set. */
  readonly at: number;
  readonly attemptId: string;
  readonly result: Promise<JobResult>;
  submitting: boolean;
}

/** @param calledAt when it was called for, by `performance.now()`: its code may have come later */
export type StartRun = (backing: RunBacking, run: Run, calledAt: number) => Promise<JobResult>;

/** Starts runs: each intended one is submitted once, and a second equal call of the same double click joins the first. */
export function createRuns(): StartRun {
  let last: Call | undefined;

  // Synchronous up to the request, so that a second event of the same tick finds the first call.
  return ({ cache, client, ledger, memory }, run, calledAt) => {
    const text = JSON.stringify(run);
    const isKept = ledger.list().some((record) => record.attemptId === last?.attemptId);
    const isSame = last?.run === text && last.ledger === ledger && isKept;
    if (last && isSame && (last.submitting || calledAt - last.at < doubleClickMs)) {
      return last.result;
    }
    const { after: _, ...rest } = run;
    const attemptId = newAttemptId();
    const begun = beginJob({
      attemptId,
      client,
      ledger,
      ...rest,
      usual: learnedTimes(memory.recall(run.modelId)),
      onTaken: ({ requestId, state }) => seedJobStatus(cache, requestId, state),
    });
    const result = begun.then(({ requestId }) => waitForResult({ ledger, attemptId, requestId }));
    const current: Call = { run: text, ledger, at: calledAt, attemptId, result, submitting: true };
    const submitted = () => void (current.submitting = false);
    begun.then(submitted, submitted);
    last = current;
    return result;
  };
}
