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
  /** Client for your backend. Create the client once, outside your components. */
  readonly client: Client;
  readonly baseUrl?: undefined;
}

interface WithBaseUrl {
  /** URL of your handler, such as "/api/easel". Unlike `client`, this prop can be set in a server component. */
  readonly baseUrl: string;
  readonly client?: undefined;
}

export type EaselProviderProps = (WithClient | WithBaseUrl) & EaselProviderOptions;

export interface EaselProviderOptions {
  /** Storage for jobs. Create it once. @default browserStorage(), or memoryStorage() if the client has no `address` */
  readonly storage?: LedgerStorage | undefined;
  /** ID of the signed-in user. Keeps each user's prompts and images separate in a shared browser. */
  readonly userKey?: string | undefined;
  /** Labels from `react-easel/labels`, or overrides of individual labels. @default the parent provider's labels */
  readonly labels?: LabelOverrides | undefined;
  /** Suppresses the warning that `react-easel/styles.css` is missing. @default the parent provider's value, or false */
  readonly unstyled?: boolean | undefined;
  /**
   * Labels images as AI-generated: over each image in `ImageResult`, and in the pixels of downloaded and copied files,
   * which are re-encoded for it. Downloads have the IPTC digital source type in any case.
   * @default the parent provider's value, or false
   */
  readonly aiLabel?: boolean | undefined;
  /**
   * Called with each completed job of the user identified by `userKey`, including jobs from earlier pages and other
   * tabs. Normally called once per job. If the returned promise rejects, or the page closes before the promise settles,
   * the callback is called again with the same `job.attemptId`. Not called for jobs that were removed, aren't watched,
   * or ended before the app passed `onResult`.
   */
  readonly onResult?: ((job: Job) => unknown) | undefined;
  /** Called with errors to report to an error tracker. They contain no prompts, inputs, image URLs, or tickets. */
  readonly onError?: ((error: EaselError, context: EaselErrorContext) => unknown) | undefined;
  /** Called with events to report to a telemetry service. They contain no prompts, inputs, image URLs, or tickets. */
  readonly onEvent?: ((event: EaselEvent) => unknown) | undefined;
  readonly children?: ReactNode;
}

function useClient({ client, baseUrl }: EaselProviderProps): Client {
  if ((client === undefined) === (baseUrl === undefined)) {
    const given = client === undefined ? "neither" : "both";
    throw new TypeError(
      `EaselProvider: expected either client or baseUrl, got ${given}. Use <EaselProvider baseUrl="/api/easel">, or <EaselProvider client={client}> with a client from createClient().`,
    );
  }
  return useMemo(() => client ?? createClient({ baseUrl }), [client, baseUrl]);
}

/**
 * Connects hooks and components to a backend, and resumes jobs from earlier pages. Uses the app's `QueryClient` if
 * there is one, and otherwise creates one.
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
  const { aiLabel = outer?.aiLabel ?? false } = props;
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
  const value = useMemo(
    () => ({ ...runtime, labels, unstyled, aiLabel }),
    [runtime, labels, unstyled, aiLabel],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <EaselContext.Provider value={value}>{children}</EaselContext.Provider>
    </QueryClientProvider>
  );
}
