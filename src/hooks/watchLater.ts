import { holdPage } from "../client/livePages.ts";
import type { WatchLedgerOptions } from "./watchLedger.ts";

const againMs = 5_000;

/**
 * The same as `watchLedger`, whose code comes once the page stands: nothing that is drawn first needs it. Where it can't be
 * had (no network, a new version of the app), it is asked for again. Returns the way out.
 */
export function watchLater(options: WatchLedgerOptions): () => void {
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;

  async function begin(): Promise<void> {
    const loaded = await import("./watchLedger.ts").catch(() => undefined);
    if (left) return;
    if (loaded) stop = loaded.watchLedger(options);
    else timer = setTimeout(() => void begin(), againMs);
  }

  const { locks = globalThis.navigator?.locks } = options;
  // A submit may be under way before the rest is there: other tabs must not take it for a dead page's.
  if (locks) holdPage(locks);
  void begin();
  return () => {
    left = true;
    clearTimeout(timer);
    stop();
  };
}
