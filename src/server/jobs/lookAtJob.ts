import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { Host } from "../handler/createHost.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import { askAlone } from "./askAlone.ts";
import type { JobPart, PolledJob } from "./jobEntry.ts";
import { reportEnd } from "./reportEnd.ts";
import { resultQuestion } from "./resultQuestion.ts";
import { statusQuestion, type Asker } from "./statusQuestion.ts";

/** How long a submit waits for `onSubmitEnd`, and then for `onJobEnd`, in milliseconds. Behind it, a paid ticket may miss its gateway's limit. */
export const hookPatienceMs = 2_000;

async function pollJob(
  host: Host,
  job: TicketedJob,
  part: JobPart,
  asker: Asker,
): Promise<PolledJob> {
  const question = part === "status" ? statusQuestion : resultQuestion;
  const known = await question({ host, job, asker }).read();
  const name = `${part}:${job.requestId}`;
  let hasAsked = false;
  const look =
    known ??
    (await host.askJob(name, asker.signal, (signal) => {
      hasAsked = true;
      const shared = { signal, caller: asker.caller };
      return askAlone(host.store, name, signal, question({ host, job, asker: shared }));
    }));
  if (!hasAsked) host.report({ type: "cache", part, job: job.mark });
  return look;
}

/** A status has no images. The browser asks for the result next, and finds it in the store. */
const readerOf = (host: Host, job: TicketedJob) => async (): Promise<BackendJob> =>
  (await pollJob(host, job, "result", new AbortController())).record;

/**
 * What is known of a job, from the store as long as that holds, else from the service: asked once for all who look at the
 * same time, in this process and in the others. A job that has ended is never asked for again.
 *
 * A job that has ended is reported to the host's `onJobEnd` first.
 *
 * While the service can't be asked, because the account's requests are used up, the last state that was seen holds.
 *
 * @param asker whoever waits for it; its signal is only looked at when the service is asked, because one is made by looking
 * @param patienceMs how long to wait for `onJobEnd` in milliseconds; it goes on after that
 * @throws EaselError what the service's answer means when it tells of no job; `retryAt` says when it is asked again
 */
export async function lookAtJob(
  host: Host,
  job: TicketedJob,
  part: JobPart,
  asker: Asker,
  patienceMs = Infinity,
): Promise<PolledJob> {
  const look = await pollJob(host, job, part, asker);
  if (isFinalState(look.record.state)) {
    const isWhole = part === "result" || look.record.state === "failed";
    const reported = reportEnd(host, job, isWhole ? look.record : undefined, readerOf(host, job));
    await settlesWithin(host.background.track(reported), patienceMs);
  }
  return look;
}
