import type { Model } from "../../models/defineModel.ts";
import { parseInput } from "../../models/parseInput.ts";
import { refusalWords } from "../../models/refusalWords.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { asUnsent, toEaselError } from "../events/submitError.ts";
import type { RouteRequest } from "../handler/findRoute.ts";
import type { JsonSize } from "../http/countJson.ts";
import { parseLimitedJson } from "../http/parseLimitedJson.ts";
import { readBody } from "../http/readBody.ts";
import { digest } from "../security/digest.ts";
import { findSlowText, maxSlowLength } from "../security/findSlowText.ts";

type Input = Readonly<Record<string, unknown>>;

/** A checked request to submit a job. */
export interface SubmitRequest {
  /** The browser's `Idempotency-Key`, else a random one. */
  readonly key: string;
  readonly model: Model;
  readonly input: Input;
  /** Fingerprint of model and input. */
  readonly asked: string;
}

/**
 * Far more than any model's form sends. Each value costs memory and time many times over: parsed, validated, copied, named.
 * Each level may double the work, where a recursive schema has a union.
 */
const maxJson: JsonSize = { values: 5_000, depth: 16 };

const invalid = (message: string): EaselError => new EaselError("invalid_request", { message });

const jsonProblems = {
  depth: `The body is nested more than ${maxJson.depth} levels deep.`,
  values: `The body has more than ${maxJson.values} values.`,
  syntax: "The body is not JSON.",
};

function parseBody(bytes: Uint8Array): unknown {
  const parsed = parseLimitedJson(bytes, maxJson);
  if (!parsed.ok) throw invalid(jsonProblems[parsed.problem]);
  return parsed.value;
}

function readInput(model: Model, body: unknown): Input {
  const slow = typeof body === "object" && body !== null ? findSlowText(model, body) : undefined;
  if (slow !== undefined) {
    const words = model.words?.refusals ?? refusalWords;
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

async function readRequest({ host, request, name }: RouteRequest): Promise<SubmitRequest> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new EaselError("not_json");
  }
  const model = host.models.get(name);
  if (!model) throw new EaselError("model_not_found");
  // Without a key of the browser's it is an attempt all the same, and not sent while the store is down.
  const key = readAttemptKey(request) ?? crypto.randomUUID();
  const input = readInput(model, parseBody(await readBody(host, request, host.limits.bodyBytes)));
  return { key, model, input, asked: await digest(model.id, input) };
}

/**
 * Reads and checks the request of a submit. The work for a request of any content is bounded: its values are counted before
 * they are parsed.
 *
 * @throws EaselError `not_json`, `model_not_found`, `too_large`, `invalid_request` or `invalid_input`; what the model's schema
 * throws, and `internal` for a fault of it, which is reported. None is charged.
 */
export async function readSubmitRequest(visit: RouteRequest): Promise<SubmitRequest> {
  try {
    return await readRequest(visit);
  } catch (thrown) {
    throw asUnsent(toEaselError(visit.host, "handler", thrown));
  }
}
