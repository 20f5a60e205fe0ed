import type { UpstreamCall } from "../events/handlerEvent.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import type { Store } from "../stores/store.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";

/** Uploads go to another host, so they have a separate pause. Files have none. */
function keyOf(call: UpstreamCall): string | undefined {
  if (call === "asset") return undefined;
  return call === "upload" ? "upstream-pause:upload" : "upstream-pause";
}

/** For an entry that has expired by this clock, because clocks differ. */
const unknownMs = 1_000;

export function createPauses(store: Store, clock: SharedClock) {
  return {
    async leftMs(call: UpstreamCall): Promise<number | undefined> {
      const key = keyOf(call);
      const until = key === undefined ? undefined : await store.get(key);
      if (until === undefined) return undefined;
      const leftMs = Number(until) - clock.now();
      return leftMs > 0 ? Math.min(longestWaitMs, leftMs) : unknownMs;
    },
    async start(call: UpstreamCall, ms: number): Promise<void> {
      const key = keyOf(call);
      if (key === undefined) return;
      const until = String(clock.now() + ms);
      if (await store.add(key, until, ms)) return;
      const standing = await store.get(key);
      if (standing !== undefined && Number(standing) < Number(until)) {
        await store.replace(key, standing, until, ms);
      }
    },
  };
}
