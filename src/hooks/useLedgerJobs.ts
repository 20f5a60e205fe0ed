"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { attemptsOptions } from "../runtime/hostQueries.ts";
import type { Job } from "../runtime/job.ts";
import { useProviderValue } from "./EaselContext.ts";

const none: readonly Job[] = [];
const noJobs = () => none;

/** What somebody wants to know of all runs, as a plain value: nothing is drawn again until it is another one. */
export function useOfJobs<T extends boolean | number | undefined>(
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

/** The runs of one scope, or of all, oldest first. The provider looks at them; here it is only seen what it finds. */
export function useLedgerJobs(scope?: string): readonly Job[] {
  const { client, jobs } = useProviderValue();
  // Nothing that is kept in the browser is drawn before hydration: the server knew none of it.
  const all = useSyncExternalStore(jobs.subscribe, jobs.list, noJobs);
  const enabled = isAnyUnknown(all);
  useQuery({ ...attemptsOptions({ client, enabled }), notifyOnChangeProps: [] });
  return useMemo(
    () => (scope === undefined ? all : all.filter((job) => job.scope === scope)),
    [all, scope],
  );
}
