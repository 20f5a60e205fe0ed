import { parseInput, type Model } from "../models/index.ts";
import { EaselError } from "../protocol/index.ts";
import type { Visit } from "./findRoute.ts";
import type { HandlerOptions } from "./handlerOptions.ts";
import { OwnError } from "./ownError.ts";

type Input = Readonly<Record<string, unknown>>;

/** Asks the host. Returns the input to send, which it may have changed. */
export async function approve(
  { host, request, user }: Visit,
  id: string,
  model: Model,
  input: Input,
): Promise<Input> {
  const { options } = host;
  if (!options.beforeSubmit) return input;
  const fault = (cause: unknown): void =>
    host.report({ type: "error", where: "beforeSubmit", cause });
  let answer: Awaited<ReturnType<NonNullable<HandlerOptions["beforeSubmit"]>>>;
  try {
    const estimate = model.price?.(input);
    answer = await options.beforeSubmit({
      id,
      request,
      user,
      modelId: model.id,
      input: Object.freeze(structuredClone(input)),
      ...(estimate === undefined ? {} : { estimate }),
    });
  } catch (cause) {
    if (!EaselError.is(cause)) fault(cause);
    const error = EaselError.is(cause) ? cause : new EaselError("internal");
    // Nothing was sent, whatever the code says of errors elsewhere.
    throw error.with({ charged: "no", retry: error.retry === "unsafe" ? "safe" : error.retry });
  }
  if (answer === false || typeof answer === "string") {
    throw new EaselError("refused", { message: answer || undefined });
  }
  // Not parsed again unless it is another: a schema may transform what it parses.
  if (!answer || typeof answer !== "object") return input;
  const parsed = parseInput(model, answer.input);
  if (parsed.ok) return parsed.input;
  const { fields } = parsed;
  fault(
    new OwnError(
      `beforeSubmit made the input of ${model.id} invalid in ${Object.keys(fields).join(", ")}, so nothing was sent. Return { input } with all of the model's required fields, each within its limits.`,
    ),
  );
  throw new EaselError("invalid_input", { fields });
}
