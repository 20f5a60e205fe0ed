import type { Model } from "../../models/defineModel.ts";
import { parseInput } from "../../models/parseInput.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerCore } from "../core/createCore.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import { toEaselError } from "../events/toEaselError.ts";
import type { JobRequest } from "../options/hookEvents.ts";

type Input = Readonly<Record<string, unknown>>;

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

function readAnswer(report: Report, model: Model, input: Input, answer: unknown): Input {
  // An unchanged input isn't parsed again, because a schema may transform what it parses.
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

/** @throws EaselError what `beforeSubmit` threw; `refused`, `invalid_input`; `internal` for a fault */
export async function approve(
  { hooks, report }: HandlerCore,
  model: Model,
  input: Input,
  job: JobRequest,
): Promise<Input> {
  try {
    const answer: unknown = await hooks.beforeSubmit?.(job);
    return readAnswer(report, model, input, answer);
  } catch (thrown) {
    throw toEaselError(report, "beforeSubmit", thrown);
  }
}
