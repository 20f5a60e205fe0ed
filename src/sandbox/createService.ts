import { catalog } from "../models/index.ts";
import { createRateLimit } from "./createRateLimit.ts";
import { defaultTiming } from "./runTiming.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";
import type { SandboxMemory, Service } from "./service.ts";

export function createService(options: SandboxOptions, memory: SandboxMemory): Service {
  const { timing } = options;
  return {
    ...memory,
    apiKeys: options.apiKeys,
    models: new Map([...catalog, ...(options.models ?? [])].map((model) => [model.id, model])),
    rateLimit: createRateLimit(options.requestsPerMinute ?? Infinity),
    timing: (model, input) => ({
      ...defaultTiming(model, input),
      ...(typeof timing === "function" ? timing(model, input) : timing),
    }),
    publish: options.publish,
  };
}
