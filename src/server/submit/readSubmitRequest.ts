import type { Model } from "../../models/defineModel.ts";
import { inputErrorLabels } from "../../models/modelLabels.ts";
import { parseInput } from "../../models/parseInput.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerCore } from "../core/createCore.ts";
import { toEaselError } from "../events/toEaselError.ts";
import { parseLimitedJson, type JsonSize } from "../http/parseLimitedJson.ts";
import { readBody } from "../http/readBody.ts";
import { maxSlowLength, type FindSlowText } from "../security/createSlowTextCheck.ts";
import { digest } from "../security/digest.ts";
import type { ValidInput } from "./priceOf.ts";

/** Limits for the JSON body. If a recursive schema has a union, each level of depth can double the validation work. */
const maxJson: JsonSize = { values: 5_000, depth: 16 };

const invalid = (message: string): EaselError => new EaselError("invalid_request", { message });

const jsonProblems = {
  depth: `The body is nested more than ${maxJson.depth} levels deep.`,
  values: `The body has more than ${maxJson.values} values.`,
  syntax: "The body isn't JSON.",
};

function readInput(model: Model, body: unknown, findSlowText: FindSlowText): ValidInput {
  const slow = typeof body === "object" && body !== null ? findSlowText(model, body) : undefined;
  if (slow !== undefined) {
    const words = model.labels?.inputErrors ?? inputErrorLabels;
    throw new EaselError("invalid_input", {
      fields: { [slow]: words.maxCharacters(maxSlowLength) },
    });
  }
  const parsed = parseInput(model, body);
  if (!parsed.ok) throw new EaselError("invalid_input", { fields: parsed.fields });
  return parsed.input;
}

function readAttemptKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key !== undefined && !/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw invalid("Idempotency-Key must be 1 to 128 visible ASCII characters.");
  }
  return key;
}

async function readRequest(
  { limits, models, report }: Pick<HandlerCore, "limits" | "models" | "report">,
  findSlowText: FindSlowText,
  request: Request,
  modelId: string,
) {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new EaselError("not_json");
  }
  const model = models.get(modelId);
  if (!model) throw new EaselError("model_not_found");
  // A request without a key is also stored as an attempt, so it isn't sent while the store is down.
  const key = readAttemptKey(request) ?? crypto.randomUUID();
  const body = parseLimitedJson(await readBody(report, request, limits.bodyBytes), maxJson);
  if (!body.ok) throw invalid(jsonProblems[body.problem]);
  const input = readInput(model, body.value, findSlowText);
  return { key, model, input, asked: await digest(model.id, input) };
}

export async function readSubmitRequest(...given: Parameters<typeof readRequest>) {
  try {
    return await readRequest(...given);
  } catch (thrown) {
    throw asUnsent(toEaselError(given[0].report, "handler", thrown));
  }
}

export function asUnsent(error: EaselError): EaselError {
  return error.with({ charged: "no", retry: error.retry === "unsafe" ? "safe" : error.retry });
}
