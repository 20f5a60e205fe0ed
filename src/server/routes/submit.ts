import { omitLocal } from "../../models/extendModel.ts";
import { parseInput, type Model } from "../../models/index.ts";
import { EaselError, isFinalState, type JobState } from "../../protocol/index.ts";
import type { Host } from "../createHost.ts";
import { markOf, type TicketedJob } from "../createTickets.ts";
import type { Route, Visit } from "../findRoute.ts";
import { keepSubmit } from "../jobEnd.ts";
import { freeJobSlot, keepJobSlot } from "../jobSlots.ts";
import { hookPatienceMs, lookAtJob } from "../lookAtJob.ts";
import { onceForAttempt } from "../onceForAttempt.ts";
import { jobAddresses } from "../publicRecord.ts";
import { readBody } from "../readBody.ts";
import { jsonResponse } from "../respond.ts";
import { beginJob, takeTurn } from "../takeTurn.ts";
import { upstream } from "../upstream.ts";
import { withSubmitHooks } from "../withSubmitHooks.ts";

async function readJson(host: Host, request: Request): Promise<unknown> {
  const bytes = await readBody(host, request, host.limits.bodyBytes);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new EaselError("invalid_request", { message: "The body is not JSON." });
  }
}

function readInput(model: Model, body: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseInput(model, body);
  if (!parsed.ok) throw new EaselError("invalid_input", { fields: parsed.fields });
  return parsed.input;
}

function readAttemptKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key !== undefined && !/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new EaselError("invalid_request", {
      message: "Idempotency-Key must be 1 to 128 visible ASCII characters.",
    });
  }
  return key;
}

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
        host.options.backend.submit(model.id, omitLocal(model, input), {}),
      );
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
    const { host, request, userId, name } = visit;
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
      throw new EaselError("not_json");
    }
    const model = host.models.get(name);
    if (!model) throw new EaselError("model_not_found");
    // Without a key of the browser's it is an attempt all the same, and not sent while the store is down.
    const key = readAttemptKey(request) ?? crypto.randomUUID();
    const input = readInput(model, await readJson(host, request));

    let submitted: Awaited<ReturnType<typeof submit>> | undefined;
    const { ticket, repeated } = await onceForAttempt(
      host,
      { userId, key, modelId: name, input },
      async (id, retireId) => {
        submitted = await submit(visit, { id, model, input }, retireId);
        return submitted.ticket;
      },
    );
    host.report({ type: "submit", model: name, repeated, job: markOf(ticket) });
    await submitted?.whenReported;
    // Polled here, because the page may be closed before it does. An error isn't the submit's: the page's own poll meets it.
    if (submitted && isFinalState(submitted.state)) {
      const asker = new AbortController();
      await lookAtJob(host, submitted.job, "result", asker, hookPatienceMs).catch(() => undefined);
    }
    return jsonResponse({ ...jobAddresses(host, ticket), status: "QUEUED" });
  },
};
