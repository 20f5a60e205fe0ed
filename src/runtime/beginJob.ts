import type { Client } from "../client/client.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { JobRecord } from "../ledger/jobRecord.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import { thisPage } from "../ledger/thisPage.ts";
import type { Model } from "../models/defineModel.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { SubmittedJob } from "../protocol/wire.ts";
import { sleep } from "./sleep.ts";

export interface BeginJobOptions {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly modelId: string;
  readonly latency?: Model["latency"];
  /** How long such runs have taken here. */
  readonly usual?: LearnedTimes | undefined;
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Identifies the attempt, one id for each call. @default 128 random bits */
  readonly attemptId?: string | undefined;
  /** Hears of the job just before the ledger does. */
  readonly onTaken?: ((job: SubmittedJob) => void) | undefined;
}

/** A storage that hangs, as IndexedDB does behind a database that another tab holds, keeps nobody from their picture. */
const longestWriteMs = 3_000;

export interface BegunJob extends SubmittedJob {
  readonly attemptId: string;
}

const notSent = "This generation was removed or refused before it was sent, so nothing was sent.";

/**
 * Submits one job, written down before it is sent, so that whatever happens to the answer the attempt is known. Costs
 * what one run costs.
 *
 * @throws EaselError with `attemptId`; the ledger then says `refused` when nothing was charged, else `unknown`. `aborted`
 *   with `charged: "no"` if the record was removed or refused before anything was sent.
 */
export async function beginJob(options: BeginJobOptions): Promise<BegunJob> {
  const { client, ledger, onTaken, usual, attemptId = newAttemptId(), ...run } = options;
  const submitNow = () => ledger.list().find((one) => one.attemptId === attemptId)?.submit;
  const record: JobRecord = {
    ...run,
    ...(usual ? { usual } : {}),
    attemptId,
    startedAt: Date.now(),
    pageId: thisPage(),
    submit: "sent",
    detached: false,
  };
  const written = ledger.write(record);
  const reaching = client.reach?.();
  // It is waited for below.
  reaching?.catch(() => undefined);
  if (written) {
    const waiting = new AbortController();
    await Promise.race([written, sleep(longestWriteMs, waiting.signal)]);
    waiting.abort();
  }
  const submit = async (): Promise<SubmittedJob> => {
    if (reaching) {
      // Only a storage that writes at once is sure to have the mark taken away before anything is sent.
      if (!written) ledger.update(attemptId, { unsent: true });
      await reaching;
      // Another tab may have refused it while this page was frozen.
      void ledger.refresh();
    }
    if (submitNow() !== "sent") {
      throw new EaselError("aborted", { message: notSent, charged: "no" });
    }
    if (reaching) ledger.update(attemptId, { unsent: undefined });
    return client.submit(run.modelId, run.input, { attemptId });
  };
  const job = await submit().catch((cause: unknown) => {
    const error = EaselError.is(cause)
      ? cause.with({ attemptId })
      : new EaselError("submit_unknown", { attemptId, cause });
    const end = error.charged === "no" ? "refused" : "unknown";
    const known = submitNow();
    // Another tab may have learned more.
    if (known === "sent" || known === "unknown") {
      ledger.update(attemptId, { submit: end, unsent: undefined, error });
    }
    throw error;
  });
  try {
    onTaken?.(job);
  } finally {
    // Whatever becomes of who hears of it, the job is paid for.
    ledger.update(attemptId, { submit: "taken", requestId: job.requestId, error: undefined });
  }
  return { ...job, attemptId };
}
