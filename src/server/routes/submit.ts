import { omitLocal } from "../../models/extendModel.ts";
import type { Model } from "../../models/index.ts";
import { EaselError, isFinalState, type JobState } from "../../protocol/index.ts";
import { claimJob } from "../claimJob.ts";
import { markOf, type TicketedJob } from "../createTickets.ts";
import type { Route, Visit } from "../findRoute.ts";
import { keepSubmit } from "../jobEnd.ts";
import { freeJobSlot, keepJobSlot } from "../jobSlots.ts";
import { hookPatienceMs, lookAtJob } from "../lookAtJob.ts";
import { onceForAttempt } from "../onceForAttempt.ts";
import { jobAddresses } from "../publicRecord.ts";
import { readSubmitRequest } from "../readSubmitRequest.ts";
import { jsonResponse } from "../respond.ts";
import { beginJob, takeTurn } from "../takeTurn.ts";
import { upstream } from "../upstream.ts";
import { withSubmitHooks } from "../withSubmitHooks.ts";

type Input = Readonly<Record<string, unknown>>;

/**
 * A run that nobody can look up takes its user's place for as long as one may take at all. In an outage each submit may
 * end so, and its users must not stay shut out long after it.
 */
const unknownRunMs = 600_000;

interface Submitted {
  readonly ticket: string;
  readonly job: TicketedJob;
  readonly state: JobState;
}

/** Not aborted when the browser goes: the run would be paid for, and its id lost. */
async function submit(
  visit: Visit,
  {
    id,
    model,
    input: asked,
  }: { readonly id: string; readonly model: Model; readonly input: Input },
  retireId: () => void,
) {
  const { host, user, userId, caller } = visit;
  const slot = await takeTurn(host, caller, userId);
  const reportStore = (cause: unknown): void =>
    host.report({ type: "error", where: "store", cause });
  try {
    const send = async (input: Input): Promise<Submitted> => {
      const { requestId, state } = await upstream(host, "submit", () =>
        host.backend.submit(model.id, omitLocal(model, input), {}),
      );
      await claimJob(host, id, requestId);
      const submitted = { id, requestId, modelId: model.id, issuedAt: Date.now() };
      const ticket = await host.tickets.issue(submitted, userId);
      const job = { ...submitted, userId, mark: markOf(ticket) };
      // The ticket is paid for: it reaches the browser also when the store has gone down since.
      await keepSubmit(host, job, { input, user }).catch(reportStore);
      if (slot) await beginJob(host, job, slot).catch(reportStore);
      return { ticket, job, state };
    };
    return await withSubmitHooks(visit, { id, model, input: asked }, send, retireId);
  } catch (error) {
    const isFree = EaselError.is(error) && error.charged === "no";
    if (slot) {
      await (
        isFree ? freeJobSlot(host.store, slot) : keepJobSlot(host.store, slot, unknownRunMs)
      ).catch(reportStore);
    }
    throw error;
  }
}

/** Starts a run: the one address that costs money. */
export const submitRoute: Route = {
  path: "v2/:model",
  verb: "POST",
  async answer(visit) {
    const { host, userId } = visit;
    const { key, model, input } = await readSubmitRequest(visit);
    let submitted: Awaited<ReturnType<typeof submit>> | undefined;
    const { ticket, repeated } = await onceForAttempt(
      host,
      { userId, key, modelId: model.id, input },
      async (id, retireId) => {
        submitted = await submit(visit, { id, model, input }, retireId);
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
    return jsonResponse({ ...jobAddresses(host, ticket), status: "QUEUED" });
  },
};
