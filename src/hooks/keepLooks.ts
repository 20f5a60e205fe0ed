import type { QueryClient } from "@tanstack/react-query";
import { easelKeys } from "./jobCache.ts";

/** What another tab has told of a job is kept as long as the page, though no query of this one asks for it. */
export function keepLooks(cache: QueryClient): void {
  cache.setQueryDefaults(easelKeys.status("").slice(0, -1), { gcTime: Infinity });
}
