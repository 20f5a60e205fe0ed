import type { HandlerLimits } from "./handlerLimits.ts";
import { optionError } from "./optionError.ts";

const defaults = {
  bodyBytes: 12_000_000,
  assetBytes: 50_000_000,
  uploadBytes: 10_000_000,
  uploadPixels: 50_000_000,
  streamsAtOnce: 100,
  jobHours: 24,
};

export type CheckedLimits = HandlerLimits & Readonly<typeof defaults>;

export function checkLimits(limits: HandlerLimits = {}): CheckedLimits {
  for (const [name, limit] of Object.entries(limits) as [string, unknown][]) {
    if (typeof limit !== "function" && limit !== undefined && !(Number(limit) > 0)) {
      throw optionError(
        `limits.${name} is ${JSON.stringify(limit)}, which would let nothing through. Give a number above 0.`,
      );
    }
  }
  const given = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  return { ...defaults, ...(Object.fromEntries(given) as HandlerLimits) } as CheckedLimits;
}
