import type { QueryClient } from "@tanstack/react-query";
import type { JobWatch } from "../polling/jobWatch.ts";
import type { JobState } from "../protocol/jobState.ts";
import { easelKeys } from "./jobCache.ts";
import { startWatch } from "./startWatch.ts";

/** Puts a job that was just taken where its status is looked for, so that the first look waits for its time. */
export function seedJobStatus(cache: QueryClient, requestId: string, state: JobState): void {
  cache.setQueryData<JobWatch>(easelKeys.status(requestId), startWatch(requestId, state));
}
