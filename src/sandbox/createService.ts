import * as z from "zod/v4-mini";
import { catalog } from "../models/catalog/catalog.ts";
import type { Model } from "../models/defineModel.ts";
import type { Body } from "./checkInput.ts";
import { createImages } from "./createImages.ts";
import type { SandboxMemory } from "./createMemory.ts";
import { createRateLimit } from "./createRateLimit.ts";
import type { SandboxFault } from "./faults.ts";
import { defaultTiming, type SandboxTiming } from "./runTiming.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";

export type Service = ReturnType<typeof createService>;

export interface Visit {
  readonly url: URL;
  readonly id: string;
  readonly body: unknown;
  readonly now: number;
  readonly fault: SandboxFault | undefined;
}

export interface Reply {
  readonly response: Response;
  readonly requestId?: string;
  readonly billed?: boolean;
}

/** Returns the model without its `local` fields, which the handler doesn't send to the service. */
function asServed({ local = [], ...model }: Model & { readonly local?: readonly string[] }): Model {
  if (local.length === 0) return model;
  const shape = Object.entries(model.input._zod.def.shape);
  return {
    ...model,
    input: z.object(Object.fromEntries(shape.filter(([name]) => !local.includes(name)))),
  };
}

export function createService(options: SandboxOptions, memory: SandboxMemory) {
  const { timing, models: own = [] } = options;
  return {
    ...memory,
    apiKeys: options.apiKeys,
    canCancel: options.cancel ?? false,
    models: new Map([...catalog, ...own].map((model) => [model.id, asServed(model)])),
    rateLimit: createRateLimit(options.requestsPerMinute ?? Infinity),
    timing: (model: Model, input: Body): SandboxTiming => ({
      ...defaultTiming(model, input),
      ...(typeof timing === "function" ? timing(model, input) : timing),
    }),
    images: createImages(memory.files, options.paint),
    publish: options.publish,
  };
}
