import type { Store } from "../stores/store.ts";

const beatMs = 3_000;
/** A holder that has written nothing for so long is dead, in milliseconds. */
export const longestSilenceMs = 10_000;

const keyOf = (name: string): string => `sending:${name}`;

/** Returns whether the submit that holds an attempt has written a heartbeat lately. */
export async function hasHeartbeat(store: Store, name: string): Promise<boolean> {
  return (await store.get(keyOf(name))) !== undefined;
}

/**
 * Writes every 3 seconds that a submit is in flight. Most end before the first heartbeat.
 *
 * @param beat also called every 3 seconds
 * @param maxMs ends the heartbeat of a submit that never settles
 * @returns a function that stops it; the last heartbeat expires
 */
export function startHeartbeat(
  store: Store,
  name: string,
  beat: () => Promise<unknown>,
  maxMs: number,
): () => void {
  const key = keyOf(name);
  const startedAt = performance.now();
  const write = async (): Promise<void> => {
    const isRenewed = await store.replace(key, "1", "1", longestSilenceMs);
    if (!isRenewed) await store.add(key, "1", longestSilenceMs);
    await beat();
  };
  const timer = setInterval(() => {
    if (performance.now() - startedAt > maxMs) clearInterval(timer);
    // Without the store, those who wait time out.
    else void write().catch(() => undefined);
  }, beatMs);
  return () => clearInterval(timer);
}
