import { catalog } from "../models/index.ts";
import { createAccount } from "./createAccount.ts";
import { createFiles } from "./createFiles.ts";
import { createJobs } from "./createJobs.ts";
import { createRateLimit } from "./createRateLimit.ts";
import { defaultTiming } from "./runTiming.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";
import type { Service } from "./service.ts";

export function createService(options: SandboxOptions): Service {
  const { timing } = options;
  return {
    apiKeys: options.apiKeys,
    account: createAccount(options.credits ?? 100),
    files: createFiles(options.filesUrl ?? "https://images.segmind.com"),
    jobs: createJobs(),
    models: new Map([...catalog, ...(options.models ?? [])].map((model) => [model.id, model])),
    rateLimit: createRateLimit(options.requestsPerMinute ?? Infinity),
    timing: (model, input) => ({
      ...defaultTiming(model, input),
      ...(typeof timing === "function" ? timing(model, input) : timing),
    }),
    publish: options.publish,
  };
}
