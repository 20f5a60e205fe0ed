import { parseInput, type Model } from "../../models/index.ts";
import { EaselError } from "../../protocol/index.ts";
import type { Host } from "../createHost.ts";
import type { Route } from "../findRoute.ts";
import type { IntendedRun } from "../handlerOptions.ts";
import { onceForAttempt } from "../onceForAttempt.ts";
import { jobAddresses } from "../publicRecord.ts";
import { readBytes } from "../readBytes.ts";
import { jsonResponse } from "../respond.ts";
import { upstream } from "../upstream.ts";

async function readJson({ report, limits }: Host, request: Request): Promise<unknown> {
  if (request.bodyUsed) {
    const cause = new TypeError(
      "The request's body was read before the handler came to it, so there is nothing to submit. authorize must leave it alone: give it a clone() to read.",
    );
    report({ type: "error", where: "authorize", cause });
    throw new EaselError("internal", { charged: "no", retry: "never", cause });
  }
  const maxBytes = limits.bodyBytes;
  if (Number(request.headers.get("content-length")) > maxBytes) throw new EaselError("too_large");
  const bytes = await readBytes(request.body, maxBytes).catch((cause: unknown) => {
    throw new EaselError("invalid_request", { message: "The body broke off.", cause });
  });
  if (!bytes) throw new EaselError("too_large");
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
  if (typeof reason === "string") throw new EaselError("refused", { message: reason });
  if (reason === false) throw new EaselError("refused");
}

/** Starts a run: the one address that costs money. */
export const submitRoute: Route = {
  path: "v2/:model",
  verb: "POST",
  async answer({ host, request, userId, name }) {
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
      throw new EaselError("not_json");
    }
    const model = host.models.get(name);
    if (!model) throw new EaselError("model_not_found");
    const key = readAttemptKey(request);
    const input = readInput(model, await readJson(host, request));

    /** Not aborted when the browser goes: the run would be paid for, and its id lost. */
    const submit = async (): Promise<string> => {
      await checkRun(host, { userId, model, input });
      const { requestId } = await upstream(host, "submit", () =>
        host.options.backend.submit(name, input, {}),
      );
      return host.tickets.issue({ requestId, modelId: name, issuedAt: Date.now() }, userId);
    };

    const { ticket, repeated } =
      key === undefined
        ? { ticket: await submit(), repeated: false }
        : await onceForAttempt(host, { userId, key, modelId: name, input }, submit);
    host.report({ type: "submit", model: name, repeated });
    return jsonResponse({ ...jobAddresses(host, ticket), status: "QUEUED" });
  },
};
