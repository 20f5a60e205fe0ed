"use client";
import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Client } from "../client/client.ts";
import { createClient } from "../client/createClient.ts";
import type { LabelOverrides } from "../labels/labels.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import { createRuntime } from "../runtime/createRuntime.ts";
import type { Job } from "../runtime/job.ts";
import type { EaselErrorContext, EaselEvent } from "../runtime/report.ts";
import { startWatching } from "../runtime/startWatching.ts";
import { EaselContext } from "./EaselContext.ts";

interface WithClient {
  /** Sends the requests to the host's backend. Create it once, outside of your components. */
  readonly client: Client;
  readonly baseUrl?: undefined;
}

interface WithBaseUrl {
  /**
   * Where the host's handler is mounted, as in "/api/easel". The provider then makes the client itself, so it can stand in a
   * server layout. Give either this or `client`.
   */
  readonly baseUrl: string;
  readonly client?: undefined;
}

export type EaselProviderProps = (WithClient | WithBaseUrl) & EaselProviderOptions;

export interface EaselProviderOptions {
  /**
   * Where runs are kept, so that a reload loses none: `browserStorage()`, `indexedDbStorage()`, `memoryStorage()`, or
   * your own. Make it once, outside of your components.
   *
   * @default browserStorage() where the client has an address, else memory
   */
  readonly storage?: LedgerStorage | undefined;
  /**
   * Whose runs they are: any word that tells the users of one browser apart. Prompts and images are kept under it, so
   * give one where several people sign in. Runs of another key are neither shown nor looked at.
   */
  readonly userKey?: string | undefined;
  /**
   * Words to put in place of the English ones: a language of `react-easel/labels`, or some words of your own.
   *
   * @default those of the provider above, where there is one
   */
  readonly labels?: LabelOverrides | undefined;
  /**
   * The look is all your own: nobody is told, while developing, that `react-easel/styles.css` is missing.
   *
   * @default as the provider above, where there is one, else false
   */
  readonly unstyled?: boolean | undefined;
  /**
   * Called with each job that completes, also when its form is gone, after a reload, or when another tab has begun it: at
   * least once, and once in normal operation. `job` has the images, seed, model, input and request id. The job is marked as
   * done in the ledger when the returned promise resolves, or at once where none is returned. After a rejection it is called
   * again, with growing pauses and on the next page; save under `job.attemptId` to recognize a repetition. Only jobs of this
   * `userKey` are given, and none that had ended before the app passed an `onResult`. A job that was detached or removed
   * from the history is not watched, so it is not given.
   */
  readonly onResult?: ((job: Job) => unknown) | undefined;
  /**
   * Called with each error of a run, an upload or lazy code, for your error tracking. The error carries no prompt, input,
   * image address or ticket; its message is the table's. `context` says where it arose.
   */
  readonly onError?: ((error: EaselError, context: EaselErrorContext) => unknown) | undefined;
  /** Called with what happens to runs, for telemetry. Carries no prompt, input, image address or ticket. */
  readonly onEvent?: ((event: EaselEvent) => unknown) | undefined;
  readonly children?: ReactNode;
}

function useClient({ client, baseUrl }: EaselProviderProps): Client {
  if ((client === undefined) === (baseUrl === undefined)) {
    const given = client === undefined ? "neither" : "both";
    throw new TypeError(
      `EaselProvider: needs client or baseUrl, and got ${given}. Write <EaselProvider baseUrl="/api/easel">, or <EaselProvider client={client}> with a client from createClient().`,
    );
  }
  return useMemo(() => client ?? createClient({ baseUrl }), [client, baseUrl]);
}

/**
 * Gives the hooks and components below it their backend, and takes up the runs that an earlier page has begun. Renders
 * nothing of its own. The app's own QueryClient is used when there is one above; otherwise it brings one.
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
  const deliversResults = onResult !== undefined;
  useEffect(() => startWatching(runtime, { deliversResults }), [runtime, deliversResults]);
  const value = useMemo(() => ({ ...runtime, labels, unstyled }), [runtime, labels, unstyled]);
  return (
    <QueryClientProvider client={queryClient}>
      <EaselContext.Provider value={value}>{children}</EaselContext.Provider>
    </QueryClientProvider>
  );
}
