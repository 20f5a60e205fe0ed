import { EaselError } from "../../protocol/EaselError.ts";
import { errorFromBody } from "../http/errorBody.ts";
import type { Store } from "../stores/store.ts";
import { pause } from "../timing/pause.ts";
import { parseAttempt, type ReservedEntry } from "./attemptEntry.ts";
import { hasHeartbeat, longestSilenceMs } from "./attemptHeartbeat.ts";

export const attemptLifeMs = 24 * 3_600_000;
/** Age that no submission in flight reaches, even if clocks differ by minutes. */
const staleMs = 600_000;
const longestPauseMs = 500;

function asUnknown(cause: unknown): never {
  throw new EaselError("submit_unknown", { cause });
}

/**
 * Reserves an attempt and returns the reservation, or returns the ticket if the attempt was already accepted. If this
 * throws `store_down`, the reservation may still have been stored. A reservation reuses a refused attempt's job ID, but
 * not the ID of an owner without a heartbeat, because that owner may still release the budget reserved under that ID.
 */
export async function reserveAttempt(
  store: Store,
  name: string,
  own: ReservedEntry,
  isAgain = false,
): Promise<string | ReservedEntry> {
  const takeOver = (text: string, next: ReservedEntry): Promise<boolean> =>
    store.replace(name, text, JSON.stringify(next), attemptLifeMs);
  if (await store.add(name, JSON.stringify(own), attemptLifeMs)) return own;
  let aliveAt = performance.now();
  for (let pauseMs = 0; ; pauseMs = Math.min(longestPauseMs, 20 + pauseMs * 2)) {
    const isFirst = pauseMs === 0;
    if (!isFirst) await pause(pauseMs);
    const text = await store.get(name).catch(asUnknown);
    if (text === undefined) {
      // At the first read, the entry may have just expired. If it disappears later, the attempt may have been charged.
      if (isFirst && !isAgain) return reserveAttempt(store, name, own, true);
      throw new EaselError("submit_unknown");
    }
    const entry = parseAttempt(text);
    // An unreadable attempt may have been charged.
    if (!entry || entry.state === "lost") throw new EaselError("submit_unknown");
    // A Redis client may repeat `add` after a reconnect. Its second reply then says that the value already exists.
    if (entry.owner === own.owner) return { ...own, id: entry.id ?? own.id };
    if (entry.state === "refused" && (isFirst || !entry.refusal)) {
      const next = { ...own, id: entry.id ?? own.id };
      if (await takeOver(text, next)) return next;
      continue;
    }
    if (entry.asked !== own.asked) throw new EaselError("key_reused");
    if (entry.ticket !== undefined) return entry.ticket;
    if (entry.refusal) throw errorFromBody(entry.refusal);

    const isStale = Date.now() - entry.at > staleMs;
    if (!isStale && performance.now() - aliveAt < longestSilenceMs) continue;
    if (await hasHeartbeat(store, name).catch(asUnknown)) {
      aliveAt = performance.now();
      continue;
    }
    if (entry.state === "sending") throw new EaselError("submit_unknown");
    if (await takeOver(text, own)) return own;
  }
}
