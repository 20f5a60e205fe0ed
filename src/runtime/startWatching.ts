import { lazyModule } from "../client/lazyModule.ts";
import { hasPendingJob } from "../ledger/attempt.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { holdPageLock } from "../ledger/currentPageId.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import type { Runtime } from "./createRuntime.ts";
import { easelKeys } from "./easelKeys.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import type { WatchOptions } from "./watch.ts";

export const watchModule = lazyModule(() => import("./watch.ts"));

/** Loads the code that watches jobs, with retries, and starts it. Returns a function that stops watching. */
export function startWatching(runtime: Runtime, onResult: WatchOptions["onResult"]): () => void {
  const { ledger, providers, queryClient, report } = runtime;
  const locks = globalThis.navigator?.locks;
  // Requests this page's lock before any submit, so that other tabs don't treat this page as closed.
  if (locks) holdPageLock(locks);
  const provider = {};
  providers.add(provider);
  const missed: LedgerChange[] = [];
  const stopRecording = ledger.subscribe((change) => change && missed.push(change));
  let hasFailed = false;
  let stop = () => {};
  const cancel = watchModule.whenLoaded(
    ({ watch }) => {
      stopRecording();
      stop = watch(runtime, { missed, onResult });
    },
    (cause) => {
      const trouble = new EaselError("not_loaded", { cause });
      if (!hasFailed) report.error(trouble, { during: "load" });
      hasFailed = true;
      // Each pending job shows the error, because some browsers don't retry a failed import until the page is reloaded.
      for (const { requestId, startedAt } of ledger.list().filter(hasPendingJob)) {
        queryClient.setQueryData<JobSnapshot>(easelKeys.status(requestId), (known) => ({
          ...(known ?? firstSnapshot(requestId, "queued", startedAt)),
          trouble,
        }));
      }
    },
  );
  return () => {
    cancel();
    stopRecording();
    providers.delete(provider);
    stop();
  };
}

const callLazily =
  (name: "check" | "cancel", code: EaselErrorCode) =>
  async (runtime: Runtime, attemptId: string): Promise<void> => {
    try {
      await (await watchModule.load())[name](runtime, attemptId);
    } catch (cause) {
      runtime.ledger.update(attemptId, { trouble: new EaselError(code, { attemptId, cause }) });
    }
  };

export const checkSubmit = callLazily("check", "not_loaded");

export const stopJob = callLazily("cancel", "cancel_failed");
