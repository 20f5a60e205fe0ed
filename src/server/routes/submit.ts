import type { Model } from "../../models/defineModel.ts";
import { omitLocal } from "../../models/extendModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState, type JobState } from "../../protocol/jobState.ts";
import { asUnsent, toEaselError } from "../events/submitError.ts";
import type { HandlerRoute, RouteRequest } from "../handler/findRoute.ts";
import { jsonResponse } from "../http/respond.ts";
import { claimJob } from "../jobs/claimJob.ts";
import { keepSubmit } from "../jobs/jobEnd.ts";
import { hookPatienceMs, lookAtJob } from "../jobs/lookAtJob.ts";
import { ticketAddresses } from "../jobs/publicRecord.ts";
import { takeSlot, type TakenSlot } from "../limits/takeSlot.ts";
import { upstream } from "../limits/upstream.ts";
import { markOf, type TicketedJob } from "../security/createTickets.ts";
import { resolveAddresses } from "../security/resolveAddresses.ts";
import type { Reservation } from "../submit/createAttempts.ts";
import { readSubmitRequest } from "../submit/readSubmitRequest.ts";
import { withSubmitHooks } from "../submit/withSubmitHooks.ts";
import { refuseWhileClosing } from "./refuseWhileClosing.ts";

type Input = Readonly<Record<string, unknown>>;

interface Submitted {
  readonly ticket: string;
  readonly job: TicketedJob;
  readonly state: JobState;
}

/** Sends a reserved attempt. Not aborted when the browser goes: the job would be paid for, and its ID lost. */
async function submit(
  visit: RouteRequest,
  { id, startSending, retireId }: Reservation,
  { model, input: asked }: { readonly model: Model; readonly input: Input },
) {
  const { host, user, userId, caller } = visit;
  let isSending = false;
  const errorOf = (thrown: unknown): EaselError => {
    const error = toEaselError(host, "handler", thrown);
    return isSending ? error : asUnsent(error);
  };
  let slot: TakenSlot | undefined;
  try {
    slot = await takeSlot(host, caller, userId);
    const send = async (input: Input): Promise<Submitted> => {
      const sent = await resolveAddresses(visit, model, omitLocal(model, input));
      const begin = (): Promise<void> => {
        // Before the call: it throws `submit_unknown` where another process has sent the attempt.
        isSending = true;
        return startSending();
      };
      const call = () => host.backend.submit(model.id, sent, {});
      const { requestId, state } = await upstream(host, "submit", call, { caller, begin });
      await claimJob(host, id, requestId);
      const submitted = { id, requestId, modelId: model.id, issuedAt: host.clock.now() };
      const ticket = await host.tickets.issue(submitted, userId);
      const job = { ...submitted, userId, mark: markOf(ticket) };
      await Promise.all([keepSubmit(host, job, { input, user }), slot?.keepFor(job)]);
      return { ticket, job, state };
    };
    return await withSubmitHooks(visit, { id, model, input: asked }, send, {
      errorOf,
      retireId,
    });
  } catch (thrown) {
    const error = errorOf(thrown);
    await (error.charged === "no" ? slot?.release() : slot?.keepForUnknown());
    throw error;
  }
}

/** Starts a run: the one address that costs money. */
export const submitRoute: HandlerRoute = {
  path: "v2/:model",
  verb: "POST",
  async answer(visit) {
    const { host, userId } = visit;
    const { key, asked, model, input } = await readSubmitRequest(visit);
    let submitted: Awaited<ReturnType<typeof submit>> | undefined;
    const { ticket, repeated } = await host.attempts.submitOnce(
      { userId, key, asked },
      async (reservation) => {
        // Not sooner: an attempt that was sent before gets its ticket, and isn't called free of charge.
        refuseWhileClosing(host);
        submitted = await submit(visit, reservation, { model, input });
        return submitted.ticket;
      },
    );
    host.report({ type: "submit", model: model.id, repeated, job: markOf(ticket) });
    await submitted?.whenReported;
    // Polled here, because the page may be closed before it does. An error isn't the submit's: the page's own poll meets it.
    if (submitted && isFinalState(submitted.state)) {
      const asker = new AbortController();
      await lookAtJob(host, submitted.job, "result", asker, hookPatienceMs).catch(() => undefined);
    }
    return jsonResponse({ ...ticketAddresses(host, ticket), status: "QUEUED" });
  },
};
