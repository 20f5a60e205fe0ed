import type { Store } from "./store.ts";

export type Lease = NonNullable<Awaited<ReturnType<typeof acquireLease>>>;

export async function acquireLease(store: Store, key: string, lifeMs: number) {
  const token = crypto.randomUUID();
  const release = async (): Promise<void> =>
    void (await store.replace(key, token, undefined, 0).catch(() => undefined));
  try {
    if (!(await store.add(key, token, lifeMs))) return undefined;
  } catch (error) {
    // The lease may have been written even though the reply was lost.
    await release();
    throw error;
  }
  const extend = (ms: number): Promise<boolean> => store.replace(key, token, token, ms);
  return { extend, release };
}
