import { parseInput, type Model } from "../../models/index.ts";
import { EaselError } from "../../protocol/index.ts";
import type { Host } from "../createHost.ts";
import { markOf } from "../createTickets.ts";
import type { Route, Visit } from "../findRoute.ts";
import type { IntendedRun } from "../handlerOptions.ts";
import { freeJobSlot, keepJobSlot } from "../jobSlots.ts";
import { onceForAttempt } from "../onceForAttempt.ts";
import { jobAddresses } from "../publicRecord.ts";
import { readBody } from "../readBody.ts";
import { jsonResponse } from "../respond.ts";
import { beginJob, takeTurn } from "../takeTurn.ts";
import { upstream } from "../upstream.ts";

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

/** Lets the host have its word. */
async function checkRun(host: Host, run: Omit<IntendedRun, "estimate">): Promise<void> {
  let reason: string | false | void;
  try {
    const estimate = host.options.beforeSubmit && run.model.price?.(run.input);
    reason = await host.options.beforeSubmit?.({
      ...run,
      ...(estimate === undefined ? {} : { estimate }),
    });
  } catch (cause) {
    if (EaselError.is(cause)) throw cause;
    host.report({ type: "error", where: "beforeSubmit", cause });
    throw new EaselError("internal", { charged: "no", retry: "safe" });
  }
  if (reason === false || typeof reason === "string") {
    throw new EaselError("refused", { message: reason || undefined });
  }
}

/**
 * A run that nobody can look up takes its user's place for as long as one may take at all. In an outage each submit may
 * end so, and its users must not stay shut out long after it.
 */
const unknownRunMs = 600_000;

/** Not aborted when the browser goes: the run would be paid for, and its id lost. */
async function submit(
  { host, userId, caller }: Visit,
  model: Model,
  input: Readonly<Record<string, unknown>>,
): Promise<string> {
  const slot = await takeTurn(host, caller, userId);
  const told = (cause: unknown): void => host.report({ type: "error", where: "store", cause });
  try {
    await checkRun(host, { userId, model, input });
    const { requestId } = await upstream(host, "submit", () =>
      host.options.backend.submit(model.id, input, {}),
    );
    const job = { requestId, modelId: model.id, issuedAt: Date.now() };
    const ticket = await host.tickets.issue(job, userId);
    // The ticket is paid for: it reaches the browser also when the store has gone down since.
    if (slot) await beginJob(host, { ...job, userId, mark: markOf(ticket) }, slot).catch(told);
    return ticket;
  } catch (error) {
    const isFree = EaselError.is(error) && error.charged === "no";
    if (slot) {
      await (
        isFree ? freeJobSlot(host.store, slot) : keepJobSlot(host.store, slot, unknownRunMs)
      ).catch(told);
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

    const { ticket, repeated } = await onceForAttempt(
      host,
      { userId, key, modelId: name, input },
      () => submit(visit, model, input),
    );
    host.report({ type: "submit", model: name, repeated, job: markOf(ticket) });
    return jsonResponse({ ...jobAddresses(host, ticket), status: "QUEUED" });
  },
};
