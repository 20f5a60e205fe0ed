import type { HandlerOptions } from "./handlerOptions.ts";
import { optionError } from "./optionError.ts";

export function checkBasePath(basePath = "/api/easel"): string {
  if (/^(\/[\w.~-]+)*\/?$/.test(basePath)) return basePath.replace(/\/$/, "");
  throw optionError(
    `basePath is "${basePath}", which no request's path begins with. Write it as "/api/easel".`,
  );
}

const assetPolicies = new Set<unknown>(["same-origin", "same-site", "cross-origin", undefined]);

export function checkAssetPolicy({ assetPolicy }: Partial<HandlerOptions>): void {
  if (assetPolicies.has(assetPolicy)) return;
  throw optionError(
    `assetPolicy is ${JSON.stringify(assetPolicy)}, which browsers ignore. Use "same-origin", "same-site" or "cross-origin".`,
  );
}
