import type { Model } from "../../models/defineModel.ts";
import { initialValues, valuesFromForm } from "../../models/formValues.ts";
import { modelToJsonSchema } from "../../models/modelToJsonSchema.ts";
import { parseInput } from "../../models/parseInput.ts";
import type { Host } from "../handler/createHost.ts";
import type { HandlerRoute } from "../handler/findRoute.ts";
import { jsonResponse } from "../http/respond.ts";
import { priceOf } from "../submit/priceOf.ts";

/** What a run costs as the form stands when it opens, or of the example where the form has still to be filled in. */
function estimateOf(model: Model): number | undefined {
  const form = valuesFromForm(model, initialValues(model));
  for (const values of [form, model.example]) {
    const parsed = parseInput(model, values);
    if (parsed.ok) return priceOf(model, parsed.input);
  }
  return undefined;
}

const reported = new WeakMap<Host, Set<Model>>();

/** Reports a price that can't be shown, once for each model. */
function reportPrice(host: Host, model: Model, cause: unknown): void {
  const models = reported.get(host) ?? new Set();
  reported.set(host, models);
  if (models.has(model)) return;
  models.add(model);
  host.report({ type: "error", where: "price", cause });
}

/** All that `modelFromJsonSchema(schema, info)` needs to make the model again, with the host's limits in its schema. */
function describeModel(model: Model, host: Host): Readonly<Record<string, unknown>> {
  const { id, title, description, task, initial, example, latency, local } = model;
  let estimate: number | undefined;
  try {
    if (host.options.expose?.cost) estimate = estimateOf(model);
  } catch (cause) {
    reportPrice(host, model, cause);
  }
  return {
    id,
    title,
    description,
    task,
    initial,
    example,
    latency,
    local,
    estimate,
    schema: modelToJsonSchema(model),
  };
}

/** The models that may be run here, as JSON Schema, what a run of each costs where the host shows it, and the limits. */
export const configRoute: HandlerRoute = {
  path: "config",
  verb: "GET",
  answer({ host }) {
    const { requestsPerMinute, jobsAtOnce, bodyBytes, uploadBytes, uploadPixels } = host.limits;
    const { backend, options } = host;
    const upload = backend.uploadImage ? { uploadBytes, uploadPixels } : {};
    return jsonResponse({
      models: Array.from(host.models.values(), (model) => describeModel(model, host)),
      limits: { requestsPerMinute, jobsAtOnce, bodyBytes, ...upload },
      credits: options.expose?.credits === true && backend.getCredits !== undefined,
    });
  },
};
