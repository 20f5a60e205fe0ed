"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import {
  isUnfinished,
  type JobRecord,
  type JobWatch,
  type UnfinishedRecord,
} from "../client/index.ts";
import { useBacking } from "./EaselContext.ts";
import { deriveJob, type Job, type ShownWatch } from "./job.ts";
import { attemptsOptions, lastLookOptions } from "./jobCache.ts";

const none: readonly JobRecord[] = [];
const noRecords = () => none;

/** What is drawn of a look: one that brings no news draws nothing again. */
const shownOf = ({ state, error, trouble }: JobWatch): ShownWatch => ({
  state,
  ...(error ? { error } : {}),
  ...(trouble ? { trouble } : {}),
});

/** The runs of one scope, or of all, oldest first. The provider looks at them; here it is only seen what it finds. */
export function useLedgerJobs(scope?: string): readonly Job[] {
  const { client, ledger } = useBacking();
  // Nothing that is kept in the browser is drawn before hydration: the server knew none of it.
  const records = useSyncExternalStore(ledger.subscribe, ledger.list, noRecords).filter(
    (record) => scope === undefined || record.scope === scope,
  );
  const unfinished = records.filter(isUnfinished);
  const watches = useQueries({
    queries: unfinished.map(({ requestId }) => ({
      ...lastLookOptions(requestId),
      select: shownOf,
    })),
  });
  const isUnknown = records.some(({ submit }) => submit === "unknown");
  const { data: keepsAttempts } = useQuery(attemptsOptions({ client, enabled: isUnknown }));
  const watchOf = new Map(unfinished.map((record, index) => [record, watches[index]?.data]));
  return records.map((record) =>
    deriveJob(record, { watch: watchOf.get(record as UnfinishedRecord), keepsAttempts }),
  );
}
