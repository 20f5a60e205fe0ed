"use client";
import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Client } from "../client/client.ts";
import { createClient } from "../client/createClient.ts";
import type { LabelOverrides } from "../labels/en/mergeLabels.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import { createRuntime } from "../runtime/createRuntime.ts";
import type { Job } from "../runtime/job.ts";
import type { EaselErrorContext, EaselEvent } from "../runtime/report.ts";
import { startWatching } from "../runtime/startWatching.ts";
import { EaselContext } from "./EaselContext.ts";

interface WithClient {
  /** Create it once, outside of components. */
  readonly client: Client;
  readonly baseUrl?: undefined;
}

interface WithBaseUrl {
  /** Address of the host's handler, as in "/api/easel". Works in a server layout, unlike `client`. */
  readonly baseUrl: string;
  readonly client?: undefined;
}

export type EaselProviderProps = (WithClient | WithBaseUrl) & EaselProviderOptions;

export interface EaselProviderOptions {
  /** Keeps jobs over a reload. Create it once. @default browserStorage() if the client has an address, else memory */
  readonly storage?: LedgerStorage | undefined;
  /** Separates the users of one browser, whose prompts and images are stored. Set it where people sign in. */
  readonly userKey?: string | undefined;
  /** A language of `react-easel/labels`, or some labels. @default labels of the provider above */
  readonly labels?: LabelOverrides | undefined;
  /** Omits the warning that `react-easel/styles.css` is missing. @default value of the provider above, or false */
  readonly unstyled?: boolean | undefined;
  /**
   * Called with each completed job of this `userKey`, including those of earlier pages and other tabs: at least once, until
   * its promise resolves, and once in normal operation. Repeated calls have the same `job.attemptId`. Not called for jobs that are removed,
   * not watched, or ended before the app passed `onResult`.
   */
  readonly onResult?: ((job: Job) => unknown) | undefined;
  /** For error tracking: without prompts, inputs, image addresses and tickets. */
  readonly onError?: ((error: EaselError, context: EaselErrorContext) => unknown) | undefined;
  /** For telemetry: without prompts, inputs, image addresses and tickets. */
  readonly onEvent?: ((event: EaselEvent) => unknown) | undefined;
  readonly children?: ReactNode;
}

function useClient({ client, baseUrl }: EaselProviderProps): Client {
  if ((client === undefined) === (baseUrl === undefined)) {
    const given = client === undefined ? "neither" : "both";
    throw new TypeError(
      `EaselProvider: expected client or baseUrl, got ${given}. Write <EaselProvider baseUrl="/api/easel">, or <EaselProvider client={client}> with a client from createClient().`,
    );
  }
  return useMemo(() => client ?? createClient({ baseUrl }), [client, baseUrl]);
}

/**
 * Connects hooks and components to a backend, and resumes jobs of earlier pages. Uses the app's QueryClient if there is one.
 *
 * @example
 * <EaselProvider baseUrl="/api/easel" userKey={user.id}>
 *   <Studio />
 * </EaselProvider>
 */
export function EaselProvider(props: EaselProviderProps) {
  const outer = useContext(EaselContext);
  const { storage, userKey, onResult, onError, onEvent, children } = props;
  const client = useClient(props);
  const { labels = outer?.labels, unstyled = outer?.unstyled ?? false } = props;
  const above = useContext(QueryClientContext);
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = above ?? ownQueryClient;
  const runtime = useMemo(
    () => createRuntime({ client, storage, userKey, queryClient }),
    [client, storage, userKey, queryClient],
  );
  const { report } = runtime;
  useEffect(() => report.use({ onResult, onError, onEvent }), [report, onResult, onError, onEvent]);
  const deliver = onResult && report.result;
  useEffect(() => startWatching(runtime, deliver), [runtime, deliver]);
  const value = useMemo(() => ({ ...runtime, labels, unstyled }), [runtime, labels, unstyled]);
  return (
    <QueryClientProvider client={queryClient}>
      <EaselContext.Provider value={value}>{children}</EaselContext.Provider>
    </QueryClientProvider>
  );
}
