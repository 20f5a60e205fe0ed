import { lazyModule } from "../client/lazyModule.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { holdPage } from "../ledger/thisPage.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { Runtime } from "./createRuntime.ts";

/** Polling, events, tab election and delivery of results: code that nothing rendered needs. */
export const watchModule = lazyModule(() => import("./watch.ts"));

export interface StartWatchingOptions {
  /** Whether completed jobs are passed to `onResult`. */
  readonly deliversResults: boolean;
}

/**
 * Loads the watching code and watches the runtime's jobs. Retries until the code is loaded; jobs are in the ledger until then.
 * Returns a function that stops it.
 */
export function startWatching(
  runtime: Runtime,
  { deliversResults }: StartWatchingOptions,
): () => void {
  const { ledger, providers, report } = runtime;
  const locks = globalThis.navigator?.locks;
  // Before anything is sent: other tabs must not take a submit of this page for that of a closed one.
  if (locks) holdPage(locks);
  const unmark = providers.add("mounted");
  const missed: LedgerChange[] = [];
  const stopRecording = ledger.subscribe((change) => change && missed.push(change));
  let stop = () => {};
  const cancel = watchModule.whenLoaded(
    ({ watch }) => {
      stopRecording();
      stop = watch(runtime, { missed, onResult: deliversResults ? report.result : undefined });
    },
    (cause) => report.error(new EaselError("not_loaded", { cause }), { during: "load" }),
  );
  return () => {
    cancel();
    stopRecording();
    unmark();
    stop();
  };
}
