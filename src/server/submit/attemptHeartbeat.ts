import type { Store } from "../stores/store.ts";

const beatMs = 3_000;
export const longestSilenceMs = 10_000;

/** Time after which the heartbeat of a stalled submission stops. Longer than any submission and its hooks take. */
const longestSubmitMs = 150_000;

const keyOf = (name: string): string => `sending:${name}`;

export async function hasHeartbeat(store: Store, name: string): Promise<boolean> {
  return (await store.get(keyOf(name))) !== undefined;
}

export function startHeartbeat(
  store: Store,
  name: string,
  beat: () => Promise<unknown>,
): () => void {
  const key = keyOf(name);
  const startedAt = performance.now();
  const write = async (): Promise<void> => {
    const isRenewed = await store.replace(key, "1", "1", longestSilenceMs);
    if (!isRenewed) await store.add(key, "1", longestSilenceMs);
    await beat();
  };
  const timer = setInterval(() => {
    if (performance.now() - startedAt > longestSubmitMs) clearInterval(timer);
    // Errors are ignored. While the store is down, repeated requests that wait for this submission time out.
    else void write().catch(() => undefined);
  }, beatMs);
  return () => clearInterval(timer);
}
