import type { Model } from "../../models/defineModel.ts";
import { parseInput } from "../../models/parseInput.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobState } from "../../protocol/jobState.ts";
import type { HookCalls } from "../core/createCore.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import { toEaselError } from "../events/toEaselError.ts";
import type { JobRequest, SubmitEnd, SubmitOutcome } from "../options/hookEvents.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import { priceOf, type ValidInput } from "./priceOf.ts";

export interface SentJob {
  readonly ticket: string;
  readonly job: TicketedJob;
  readonly state: JobState;
  readonly whenReported?: Promise<unknown>;
}

interface HookedSubmit extends Omit<JobRequest, "modelId" | "estimate"> {
  readonly model: Model;
  readonly send: (input: ValidInput) => Promise<SentJob>;
  readonly errorOf: (thrown: unknown) => EaselError;
  /** Prevents the ID from being reused. Called if `onSubmitEnd` is late and could release a retry's reservation. */
  readonly retireId: () => void;
}

/** Maximum wait for a hook. Short enough to return a paid job's ticket before a gateway times out. */
export const hookTimeoutMs = 2_000;

function reportInvalid(report: Report, model: Model, input: unknown, fields: object): void {
  const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
  const problem = isObject
    ? `made the input of ${model.id} invalid in ${Object.keys(fields).join(", ")}`
    : `returned an object whose input isn't an object with the fields of ${model.id}`;
  const cause = new OwnError(
    `beforeSubmit ${problem}, so nothing was sent. Return { input } with all of the model's required fields, each within its limits.`,
  );
  report({ type: "error", where: "beforeSubmit", cause });
}

function readAnswer(report: Report, model: Model, input: ValidInput, answer: unknown): ValidInput {
  // An unchanged input isn't parsed again, because a schema's transforms must not run twice.
  if (answer === undefined || answer === null || answer === true) return input;
  if (answer === false || typeof answer === "string") {
    throw new EaselError("refused", { message: answer || undefined });
  }
  if (typeof answer !== "object") {
    throw new OwnError(
      `beforeSubmit returned a ${typeof answer}, which neither allows nor refuses a job, so nothing was sent. Return nothing to submit it, a message or false to refuse it, or { input } to change it.`,
    );
  }
  const { input: changed } = answer as { readonly input?: unknown };
  const parsed = parseInput(model, changed);
  if (parsed.ok) return parsed.input;
  reportInvalid(report, model, changed, parsed.fields);
  throw new EaselError("invalid_input", { fields: parsed.fields });
}

async function approve(
  { hooks, report }: Pick<HookCalls, "hooks" | "report">,
  model: Model,
  input: ValidInput,
  job: JobRequest,
): Promise<ValidInput> {
  try {
    const answer: unknown = await hooks.beforeSubmit?.(job);
    return readAnswer(report, model, input, answer);
  } catch (thrown) {
    throw toEaselError(report, "beforeSubmit", thrown);
  }
}

export function createSubmitHooks(core: HookCalls) {
  const { background, hooks, report } = core;

  function readPrice(model: Model, input: ValidInput): number | undefined {
    try {
      return priceOf(model, input);
    } catch (cause) {
      report({ type: "error", where: "price", cause });
      throw new EaselError("internal");
    }
  }

  async function callSubmitEnd(end: SubmitEnd): Promise<void> {
    try {
      await hooks.onSubmitEnd?.(end);
    } catch (cause) {
      report({ type: "error", where: "onSubmitEnd", cause });
    }
  }

  /** Calls the hooks and `send`. Waits for `onSubmitEnd` only after an error, because a ticket must be stored first. */
  return async (submit: HookedSubmit): Promise<SentJob> => {
    const { id, request, user, model, input, send, errorOf, retireId } = submit;
    if (!hooks.beforeSubmit && !hooks.onSubmitEnd) return send(input);
    const estimate = readPrice(model, input);
    const job: Omit<JobRequest, "request"> = {
      id,
      user,
      modelId: model.id,
      // Copied so that a hook can't change the input that is sent.
      input: Object.freeze(structuredClone(input)),
      ...(estimate === undefined ? {} : { estimate }),
    };
    const end = (outcome: SubmitOutcome): Promise<boolean> =>
      settlesWithin(background.track(callSubmitEnd({ ...job, ...outcome })), hookTimeoutMs);
    try {
      const sent = await send(await approve(core, model, input, { ...job, request }));
      const { requestId } = sent.job;
      return { ...sent, whenReported: end({ outcome: "taken", requestId }) };
    } catch (thrown) {
      const error = errorOf(thrown);
      const outcome = error.charged === "no" ? "refused" : "unknown";
      if (!(await end({ outcome, error }))) retireId();
      throw error;
    }
  };
}
