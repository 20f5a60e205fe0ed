import { giveAgain } from "../labels/en/hookLabels.ts";
import type { LabelOverrides } from "../labels/labels.ts";
import { wordModel } from "../labels/wordModel.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { RecordChange } from "../ledger/mergeRecords.ts";
import type { Model } from "../models/defineModel.ts";
import { parseInput } from "../models/parseInput.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import { createRuns, type Run, type RunBacking } from "./createRuns.ts";
import { isHeld } from "./heldLedgers.ts";
import type { Job } from "./job.ts";

/** How a form left its calls while they waited for this code. */
export interface LeftCalls {
  as?: "dismissed" | "detached" | "forgotten";
}

/** How a run was called for, and by whom. */
export interface Call extends RunBacking {
  readonly scope: string;
  readonly labels: LabelOverrides | undefined;
  /** By `performance.now()`. */
  readonly calledAt: number;
  /** It had to wait for this code. */
  readonly isLate: boolean;
  readonly left: LeftCalls;
  /** Hears why nothing is sent, of which the ledger says nothing. */
  readonly onRefused: (error: EaselError) => void;
}

/** What a form's calls become. */
export interface Calls {
  readonly generate: (call: Call, model: Model, values: unknown) => Promise<JobResult>;
  readonly retry: (call: Call, job: Job) => Promise<JobResult>;
}

const leftBefore = "The page of this user was left before anything was sent, so nothing was sent.";
const removedBefore = "This generation was removed before it was sent, so nothing was sent.";

function updateNewest(ledger: Ledger, scope: string, change: RecordChange): void {
  const newest = ledger.list().findLast((record) => record.scope === scope);
  if (newest) ledger.update(newest.attemptId, change);
}

/** Checks what is called for, and begins it: before it returns, so that a second event of the same tick finds the first. */
export function createCalls(): Calls {
  const startRun = createRuns();

  function refuse({ onRefused }: Call, fields: Readonly<Record<string, string>>): Promise<never> {
    const error = new EaselError("invalid_input", { fields });
    onRefused(error);
    return Promise.reject(error);
  }

  function start(call: Call, run: Omit<Run, "scope">): Promise<JobResult> {
    const { scope, calledAt, isLate, left, ledger } = call;
    // What one user wanted is not sent in the name of the next.
    if (isLate && !isHeld(ledger)) {
      return Promise.reject(new EaselError("aborted", { message: leftBefore, charged: "no" }));
    }
    if (left.as === "forgotten") {
      return Promise.reject(new EaselError("aborted", { message: removedBefore, charged: "no" }));
    }
    const result = startRun(call, { scope, ...run }, calledAt);
    if (isLate && left.as) updateNewest(ledger, scope, { [left.as]: true });
    return result;
  }

  return {
    generate: (call, model, values) => {
      const parsed = parseInput(wordModel(model, call.labels?.models), values);
      const { id: modelId, latency } = model;
      return parsed.ok
        ? start(call, { modelId, latency, input: parsed.input })
        : refuse(call, parsed.fields);
    },
    retry: (call, { modelId, latency, input, omitted, attemptId: after }) => {
      const word = call.labels?.tray?.giveAgain ?? giveAgain;
      return omitted.length > 0
        ? refuse(call, Object.fromEntries(omitted.map((name) => [name, word])))
        : start(call, { modelId, latency, input, after });
    },
  };
}
