import type { QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { createJobList, type JobList } from "./createJobList.ts";
import { easelKeys } from "./easelKeys.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { openLedger, type OpenLedger, type OpenLedgerOptions } from "./openLedger.ts";
import { createReporter, type Reporter } from "./report.ts";
import { createSubmit, type Submit } from "./submit.ts";

export interface RuntimeOptions extends OpenLedgerOptions {
  readonly queryClient: QueryClient;
}

/** Runtime for one user's jobs at one backend. `startWatching` polls the jobs. */
export interface Runtime extends OpenLedger {
  readonly client: Client;
  readonly queryClient: QueryClient;
  readonly jobs: JobList;
  readonly report: Reporter;
  readonly submit: Submit;
}

/** Creates a runtime. Can be called during render, because it has no side effects. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const { client, queryClient } = options;
  const open = openLedger(options);
  const { ledger } = open;
  return {
    ...open,
    client,
    queryClient,
    jobs: createJobList({ cache: queryClient, client, ledger }),
    report: createReporter(),
    submit: createSubmit({
      client,
      ledger,
      isPresent: () => open.providers.size > 0,
      // Without a first snapshot, the job would be polled immediately.
      onAccepted: ({ requestId, state }) =>
        void queryClient.setQueryData<JobSnapshot>(
          easelKeys.status(requestId),
          firstSnapshot(requestId, state),
        ),
    }),
  };
}
