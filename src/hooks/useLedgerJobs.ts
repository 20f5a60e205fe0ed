"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { attemptsOptions } from "../runtime/hostQueries.ts";
import type { Job } from "../runtime/job.ts";
import { useProviderValue } from "./EaselContext.ts";

const none: readonly Job[] = [];
const noJobs = () => none;

/** Returns the value that `select` derives from the jobs. Re-renders only when the value changes. */
export function useJobsSelector<T extends boolean | number | undefined>(
  select: (jobs: readonly Job[]) => T,
): T {
  const { jobs } = useProviderValue();
  return useSyncExternalStore(
    jobs.subscribe,
    () => select(jobs.list()),
    () => select(none),
  );
}

const isAnyUnknown = (jobs: readonly Job[]) => jobs.some(({ status }) => status === "unknown");

/** Returns the jobs of one scope, or of all scopes by default, oldest first. Doesn't poll. */
export function useLedgerJobs(scope?: string): readonly Job[] {
  const { client, jobs } = useProviderValue();
  const all = useSyncExternalStore(jobs.subscribe, jobs.list, noJobs);
  const enabled = isAnyUnknown(all);
  useQuery({ ...attemptsOptions({ client, enabled }), notifyOnChangeProps: [] });
  return useMemo(
    () => (scope === undefined ? all : all.filter((job) => job.scope === scope)),
    [all, scope],
  );
}
