import * as z from "zod/v4-mini";
import { catalog } from "../models/catalog/catalog.ts";
import type { Model } from "../models/defineModel.ts";
import { createImages } from "./createImages.ts";
import { createRateLimit } from "./createRateLimit.ts";
import { defaultTiming } from "./runTiming.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";
import type { SandboxMemory, Service } from "./service.ts";

/** The model as the service has it: without the fields that stay with the host. */
function asServed({ local = [], ...model }: Model & { readonly local?: readonly string[] }): Model {
  if (local.length === 0) return model;
  const shape = Object.entries(model.input._zod.def.shape);
  return {
    ...model,
    input: z.object(Object.fromEntries(shape.filter(([name]) => !local.includes(name)))),
  };
}

export function createService(options: SandboxOptions, memory: SandboxMemory): Service {
  const { timing, models: own = [] } = options;
  return {
    ...memory,
    apiKeys: options.apiKeys,
    models: new Map([...catalog, ...own].map((model) => [model.id, asServed(model)])),
    rateLimit: createRateLimit(options.requestsPerMinute ?? Infinity),
    timing: (model, input) => ({
      ...defaultTiming(model, input),
      ...(typeof timing === "function" ? timing(model, input) : timing),
    }),
    images: createImages(memory.files, options.paint),
    publish: options.publish,
  };
}
