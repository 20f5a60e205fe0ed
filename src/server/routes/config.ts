import type { Model } from "../../models/defineModel.ts";
import { initialValues, valuesFromForm } from "../../models/formValues.ts";
import { modelToJsonSchema } from "../../models/modelToJsonSchema.ts";
import { parseInput } from "../../models/parseInput.ts";
import type { HandlerCore } from "../core/createCore.ts";
import { jsonResponse } from "../http/respond.ts";
import { priceOf } from "../submit/priceOf.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

export function configRoute(
  core: Pick<HandlerCore, "backend" | "hooks" | "limits" | "models" | "report" | "showsCredits">,
): HandlerRoute {
  const { backend, hooks, limits, models, report, showsCredits } = core;
  const reported = new Set<Model>();

  function readEstimate(model: Model): number | undefined {
    try {
      if (hooks.expose?.cost !== true) return undefined;
      const form = valuesFromForm(model, initialValues(model));
      for (const values of [form, model.example]) {
        const parsed = parseInput(model, values);
        if (parsed.ok) return priceOf(model, parsed.input);
      }
    } catch (cause) {
      if (!reported.has(model)) report({ type: "error", where: "price", cause });
      reported.add(model);
    }
    return undefined;
  }

  function describeModel(model: Model): Readonly<Record<string, unknown>> {
    const { id, title, description, task, initial, example, examplePrompts } = model;
    const { latency, local } = model;
    const estimate = readEstimate(model);
    const schema = modelToJsonSchema(model);
    const info = { id, title, description, task, initial, example, examplePrompts, latency, local };
    return { ...info, estimate, schema };
  }

  return {
    path: "config",
    verb: "GET",
    answer() {
      const { requestsPerMinute, jobsAtOnce, bodyBytes, uploadBytes, uploadPixels } = limits;
      const upload = backend.uploadImage ? { uploadBytes, uploadPixels } : {};
      return jsonResponse({
        models: Array.from(models.values(), describeModel),
        limits: { requestsPerMinute, jobsAtOnce, bodyBytes, ...upload },
        credits: showsCredits,
        ...(backend.cancel ? { canCancel: true } : {}),
      });
    },
  };
}
