import { holdPage } from "../ledger/thisPage.ts";
import { holdLedger } from "./heldLedgers.ts";
import { engine } from "./loadEngine.ts";
import type { WatchLedgerOptions } from "./watchLedger.ts";

/**
 * The same as `watchLedger`, whose code comes beside the page: nothing that is drawn first needs it. Where it can't be had
 * (no network, a new version of the app), it is asked for again. Returns the way out.
 */
export function watchLater(options: WatchLedgerOptions): () => void {
  let stop = () => {};
  const { locks = globalThis.navigator?.locks } = options;
  // Before anything is sent: other tabs must not take a submit of this page for a dead one's.
  if (locks) holdPage(locks);
  const letGo = holdLedger(options.ledger);
  const leave = engine.whenThere(({ watchLedger }) => {
    stop = watchLedger(options);
  });
  return () => {
    leave();
    letGo();
    stop();
  };
}
