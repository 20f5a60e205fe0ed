import type { Store } from "./store.ts";

export interface Lease {
  extend(lifeMs: number): Promise<boolean>;
  /** Never rejects. A lease that can't be removed expires. */
  release(): Promise<void>;
}

export async function acquireLease(
  store: Store,
  key: string,
  lifeMs: number,
): Promise<Lease | undefined> {
  const token = crypto.randomUUID();
  const release = async (): Promise<void> =>
    void (await store.replace(key, token, undefined, 0).catch(() => undefined));
  try {
    if (!(await store.add(key, token, lifeMs))) return undefined;
  } catch (error) {
    // It may have been written, though the reply was lost.
    await release();
    throw error;
  }
  return { extend: (ms) => store.replace(key, token, token, ms), release };
}
