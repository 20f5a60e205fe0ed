import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Host } from "../handler/createHost.ts";
import type { RouteRequest } from "../handler/findRoute.ts";
import { hookPatienceMs } from "../jobs/lookAtJob.ts";
import type { JobRequest, SubmitEnd, SubmitOutcome } from "../options/handlerOptions.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import { approve } from "./approve.ts";
import { priceOf } from "./priceOf.ts";

type Input = Readonly<Record<string, unknown>>;

/** A price refuses nothing, so whatever it throws is a fault. */
function readPrice({ report }: Host, model: Model, input: Input): number | undefined {
  try {
    return priceOf(model, input);
  } catch (cause) {
    report({ type: "error", where: "price", cause });
    throw new EaselError("internal");
  }
}

/** Describes a submit for both hooks. */
function describeSubmit({ host, user }: RouteRequest, id: string, model: Model, input: Input) {
  const estimate = readPrice(host, model, input);
  return {
    id,
    user,
    modelId: model.id,
    // A hook that changes its copy doesn't change what is sent.
    input: Object.freeze(structuredClone(input)),
    ...(estimate === undefined ? {} : { estimate }),
  } satisfies Omit<JobRequest, "request">;
}

/** Never rejects. */
async function callSubmitEnd({ options, report }: Host, end: SubmitEnd): Promise<void> {
  try {
    await options.onSubmitEnd?.(end);
  } catch (cause) {
    report({ type: "error", where: "onSubmitEnd", cause });
  }
}

/** A submit that the service took. */
interface Sent {
  readonly job: { readonly requestId: string };
}

/**
 * Sends a job between the host's `beforeSubmit` and `onSubmitEnd`. Each call of the first is followed by one of the second,
 * however the submit ends, in this process.
 *
 * An error waits for `onSubmitEnd`, so that the host has released a reservation before the attempt can be sent again. A
 * ticket doesn't: it has to be stored first.
 *
 * @param send gets the input as `beforeSubmit` left it
 * @param by.errorOf returns the error for what was thrown; its `charged` decides the outcome
 * @param by.retireId called when `onSubmitEnd` is late: its release must not meet a new reservation under the same id
 * @returns what `send` returned; `whenReported` resolves when `onSubmitEnd` has settled or is late, and never rejects
 */
export async function withSubmitHooks<T extends Sent>(
  visit: RouteRequest,
  { id, model, input }: { readonly id: string; readonly model: Model; readonly input: Input },
  send: (input: Input) => Promise<T>,
  by: { readonly errorOf: (thrown: unknown) => EaselError; readonly retireId: () => void },
): Promise<T & { readonly whenReported?: Promise<unknown> }> {
  const { host } = visit;
  if (!host.options.beforeSubmit && !host.options.onSubmitEnd) return send(input);
  const asked = describeSubmit(visit, id, model, input);
  const end = (outcome: SubmitOutcome): Promise<boolean> =>
    settlesWithin(
      host.background.track(callSubmitEnd(host, { ...asked, ...outcome })),
      hookPatienceMs,
    );
  try {
    const sent = await send(await approve(visit, model, input, asked));
    const { requestId } = sent.job;
    return { ...sent, whenReported: end({ outcome: "taken", requestId }) };
  } catch (thrown) {
    const error = by.errorOf(thrown);
    const outcome = error.charged === "no" ? "refused" : "unknown";
    if (!(await end({ outcome, error }))) by.retireId();
    throw error;
  }
}
