import type { Client } from "../client/client.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import type { Model } from "../models/defineModel.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult, SubmittedJob } from "../protocol/wire.ts";
import type { Job } from "./job.ts";

export interface SubmitInput {
  readonly modelId: string;
  readonly latency?: Model["latency"];
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export const submitInputOf = ({ modelId, latency, scope, input }: Job): SubmitInput => ({
  modelId,
  latency,
  scope,
  input,
});

export interface SubmitJobOptions extends SubmitInput {
  readonly client: Client;
  readonly ledger: Ledger;
  /** ID of the attempt. @default a random 128-bit ID */
  readonly attemptId?: string | undefined;
  readonly onAccepted?: ((job: SubmittedJob) => void) | undefined;
  /** Returns whether a provider is still mounted. If none is, nothing is sent. @default always true */
  readonly isPresent?: (() => boolean) | undefined;
}

/** Timeout for storing the attempt, in case another tab blocks IndexedDB. */
const maxWriteMs = 3_000;

export interface SubmittedAttempt extends SubmittedJob {
  readonly attemptId: string;
}

const notSent = "This generation was removed or refused, so nothing was sent.";
const userLeft = "The user left the page, so nothing was sent.";

/**
 * Submits a job, which is charged as one generation. The attempt is stored before the request is sent.
 *
 * @throws EaselError with `attemptId`. The attempt becomes `refused` if nothing was charged, otherwise `unknown`
 */
export async function submitJob(options: SubmitJobOptions): Promise<SubmittedAttempt> {
  const { client, ledger, modelId, latency, scope, input, onAccepted } = options;
  const { attemptId = newAttemptId(), isPresent = () => true } = options;
  const submitState = () => ledger.list().find((one) => one.attemptId === attemptId)?.submit;
  const written = ledger.write({
    attemptId,
    modelId,
    latency,
    scope,
    input,
    startedAt: Date.now(),
    pageId: currentPageId(),
    submit: "sent",
    detached: false,
  });
  const reaching = client.reach?.();
  reaching?.catch(() => undefined);
  if (written) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise((resolve) => (timer = setTimeout(resolve, maxWriteMs)));
    await Promise.race([written, timeout]);
    clearTimeout(timer);
  }
  const send = async (): Promise<SubmittedJob> => {
    if (reaching) {
      // Not done for asynchronous storage, which might still contain `unsent` after the request was sent.
      if (!written) ledger.update(attemptId, { unsent: true });
      await reaching;
      // Another tab may have marked the attempt as `refused` while this page was frozen.
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
    if (known === "sent" || known === "unknown") {
      ledger.update(attemptId, { submit: end, unsent: undefined, error });
    }
    throw error;
  });
  try {
    onAccepted?.(job);
  } finally {
    // Runs even if the callback throws, because the job is paid for.
    ledger.update(attemptId, { submit: "taken", requestId: job.requestId, error: undefined });
  }
  return { ...job, attemptId };
}

/** Resolves with the result once it's in the ledger. Rejects if the job fails, is removed, or is no longer watched. */
function waitForResult(
  ledger: Ledger,
  { attemptId, requestId }: SubmittedAttempt,
): Promise<JobResult> {
  let unsubscribe = () => {};
  return new Promise<JobResult>((resolve, reject) => {
    const check = () => {
      const attempt = ledger.list().find((one) => one.attemptId === attemptId);
      if (attempt?.result) resolve(attempt.result);
      else if (attempt?.error) reject(attempt.error.with({ requestId, attemptId }));
      else if (!attempt || attempt.detached) {
        reject(new EaselError("aborted", { requestId, attemptId }));
      }
    };
    unsubscribe = ledger.subscribe(check);
    check();
  }).finally(() => unsubscribe());
}

/** Window within which a second call counts as part of a double click, which takes up to half a second. */
const doubleClickMs = 600;

interface LastCall {
  readonly text: string;
  readonly attemptId: string;
  readonly result: Promise<JobResult>;
  /** End of the double-click window, as a `performance.now()` timestamp. */
  joinableUntil: number;
}

type CreateSubmitOptions = Pick<SubmitJobOptions, "client" | "ledger" | "onAccepted" | "isPresent">;

/**
 * Submits a job and resolves with its result. The second call of a double click returns the first call's promise.
 *
 * @param retryOf ID of the attempt to retry, so that the retry isn't mistaken for a double click
 */
export type Submit = (submitInput: SubmitInput, retryOf?: string) => Promise<JobResult>;

export function createSubmit(options: CreateSubmitOptions): Submit {
  const { ledger } = options;
  const lastCalls = new Map<string, LastCall>();

  // Records the call synchronously, so that a second event in the same tick finds it.
  return (submitInput, retryOf) => {
    const calledAt = performance.now();
    const text = JSON.stringify([submitInput, retryOf]);
    const last = lastCalls.get(submitInput.scope);
    const isStored = ledger.list().some((attempt) => attempt.attemptId === last?.attemptId);
    if (last?.text === text && isStored && calledAt < last.joinableUntil) return last.result;
    const attemptId = newAttemptId();
    const submitted = submitJob({ ...options, ...submitInput, attemptId });
    const result = submitted.then((accepted) => waitForResult(ledger, accepted));
    const call: LastCall = { text, attemptId, result, joinableUntil: Infinity };
    const settle = () => void (call.joinableUntil = calledAt + doubleClickMs);
    submitted.then(settle, settle);
    lastCalls.set(submitInput.scope, call);
    return result;
  };
}
