import type { Client } from "../client/client.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import type { Model } from "../models/defineModel.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult, SubmittedJob } from "../protocol/wire.ts";
import type { Job } from "./job.ts";
import { sleep } from "./sleep.ts";
import { waitForResult } from "./waitForResult.ts";

/** What a call of `generate` asks for. */
export interface SubmitInput {
  readonly modelId: string;
  readonly latency?: Model["latency"];
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a job's input is sent again as. */
export const submitInputOf = ({ modelId, latency, scope, input }: Job): SubmitInput => ({
  modelId,
  latency,
  scope,
  input,
});

export interface SubmitJobOptions extends SubmitInput {
  readonly client: Client;
  readonly ledger: Ledger;
  /** Identifies the attempt, one id for each call. @default 128 random bits */
  readonly attemptId?: string | undefined;
  /** Called with the job just before the ledger is. */
  readonly onAccepted?: ((job: SubmittedJob) => void) | undefined;
  /** Asked after a wait. An attempt of a user who has left since is not sent. @default always */
  readonly isPresent?: (() => boolean) | undefined;
}

/** A storage that hangs, as IndexedDB does behind a database that another tab blocks, delays a submit no longer than this. */
const longestWriteMs = 3_000;

export interface SubmittedAttempt extends SubmittedJob {
  readonly attemptId: string;
}

const notSent = "This generation was removed or refused before it was sent, so nothing was sent.";
const userLeft = "The page of this user was left before anything was sent, so nothing was sent.";

/**
 * Submits one job. The attempt is in the ledger before it is sent, so that it is known whatever happens to the answer. Costs
 * what one generation costs.
 *
 * @throws EaselError with `attemptId`; the ledger then says `refused` when nothing was charged, else `unknown`. `aborted`
 *   with `charged: "no"` if the attempt was removed or refused before anything was sent.
 */
export async function submitJob(options: SubmitJobOptions): Promise<SubmittedAttempt> {
  const {
    client,
    ledger,
    onAccepted,
    isPresent = () => true,
    attemptId = newAttemptId(),
  } = options;
  const { modelId, latency, scope, input } = options;
  const submitState = () => ledger.list().find((one) => one.attemptId === attemptId)?.submit;
  const written = ledger.write({
    attemptId,
    modelId,
    ...(latency ? { latency } : {}),
    scope,
    input,
    startedAt: Date.now(),
    pageId: currentPageId(),
    submit: "sent",
    detached: false,
  });
  const reaching = client.reach?.();
  // Awaited below.
  reaching?.catch(() => undefined);
  if (written) {
    const waiting = new AbortController();
    await Promise.race([written, sleep(longestWriteMs, waiting.signal)]);
    waiting.abort();
  }
  const send = async (): Promise<SubmittedJob> => {
    if (reaching) {
      // Only a storage that writes at once is sure to have the mark taken away before anything is sent.
      if (!written) ledger.update(attemptId, { unsent: true });
      await reaching;
      // Another tab may have refused it while this page was frozen.
      void ledger.refresh();
    }
    const hasWaited = reaching !== undefined || written !== undefined;
    const isAbandoned = hasWaited && !isPresent();
    if (isAbandoned || submitState() !== "sent") {
      throw new EaselError("aborted", { message: isAbandoned ? userLeft : notSent, charged: "no" });
    }
    if (reaching) ledger.update(attemptId, { unsent: undefined });
    return client.submit(modelId, input, { attemptId });
  };
  const job = await send().catch((cause: unknown) => {
    const error = EaselError.is(cause)
      ? cause.with({ attemptId })
      : new EaselError("submit_unknown", { attemptId, cause });
    const end = error.charged === "no" ? "refused" : "unknown";
    const known = submitState();
    // Another tab may have learned more.
    if (known === "sent" || known === "unknown") {
      ledger.update(attemptId, { submit: end, unsent: undefined, error });
    }
    throw error;
  });
  try {
    onAccepted?.(job);
  } finally {
    // The job is paid for, even if a callback throws.
    ledger.update(attemptId, { submit: "taken", requestId: job.requestId, error: undefined });
  }
  return { ...job, attemptId };
}

/** Two equal calls within this time are one attempt: a double click takes up to half a second. */
const doubleClickMs = 600;

interface LastCall {
  /** The attempt as JSON. */
  readonly text: string;
  readonly attemptId: string;
  /** By `performance.now()`, which no change of the system's time affects. */
  readonly calledAt: number;
  readonly result: Promise<JobResult>;
  isPending: boolean;
}

type CreateSubmitOptions = Pick<SubmitJobOptions, "client" | "ledger" | "onAccepted" | "isPresent">;

/**
 * Submits an attempt and waits for its result. The second of two equal calls of a scope joins the first.
 *
 * @param retryOf the attempt that it repeats: a retry never joins the call that it follows
 */
export type Submit = (submitInput: SubmitInput, retryOf?: string) => Promise<JobResult>;

export function createSubmit(options: CreateSubmitOptions): Submit {
  const { ledger } = options;
  const lastCalls = new Map<string, LastCall>();

  // Synchronous up to the request, so that a second event of the same tick finds the first call.
  return (submitInput, retryOf) => {
    const calledAt = performance.now();
    const text = JSON.stringify([submitInput, retryOf]);
    const last = lastCalls.get(submitInput.scope);
    const isStored = ledger.list().some((attempt) => attempt.attemptId === last?.attemptId);
    if (last?.text === text && isStored) {
      if (last.isPending || calledAt - last.calledAt < doubleClickMs) return last.result;
    }
    const attemptId = newAttemptId();
    const submitted = submitJob({ ...options, ...submitInput, attemptId });
    const result = submitted.then(({ requestId }) =>
      waitForResult({ ledger, attemptId, requestId }),
    );
    const call: LastCall = { text, attemptId, calledAt, result, isPending: true };
    const settle = () => void (call.isPending = false);
    submitted.then(settle, settle);
    lastCalls.set(submitInput.scope, call);
    return result;
  };
}
