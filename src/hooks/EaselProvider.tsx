"use client";
import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { useContext, useMemo, useState, type ReactNode } from "react";
import { createLedger, type Client } from "../client/index.ts";
import { EaselContext } from "./EaselContext.ts";
import { mergeLabels, type LabelOverrides } from "./labels/labels.ts";

export interface EaselProviderProps {
  /** How the host's backend is asked: make it once, outside of your components. */
  readonly client: Client;
  /** Words to put in place of the English ones. */
  readonly labels?: LabelOverrides | undefined;
  readonly children?: ReactNode;
}

/**
 * Gives the hooks and components below it their backend. Renders nothing of its own. The app's own QueryClient is used
 * when there is one above; otherwise it brings one.
 *
 * @example
 * const client = createClient({ baseUrl: "/api/easel" });
 *
 * <EaselProvider client={client}>
 *   <Studio />
 * </EaselProvider>
 */
export function EaselProvider({ client, labels, children }: EaselProviderProps) {
  const above = useContext(QueryClientContext);
  const [ownQueryClient] = useState(() => new QueryClient());
  const [ledger] = useState(createLedger);
  const value = useMemo(
    () => ({ client, ledger, labels: mergeLabels(labels) }),
    [client, ledger, labels],
  );
  return (
    <QueryClientProvider client={above ?? ownQueryClient}>
      <EaselContext.Provider value={value}>{children}</EaselContext.Provider>
    </QueryClientProvider>
  );
}
