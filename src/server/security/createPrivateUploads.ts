import { parseUrl } from "../http/parseUrl.ts";
import type { Store } from "../stores/store.ts";
import { digest } from "./digest.ts";
import { isPrivateHost } from "./isPrivateHost.ts";

export type PrivateUploads = ReturnType<typeof createPrivateUploads>;

const keyOf = async (userId: string, { href }: URL): Promise<string> =>
  `upload:${await digest(userId, href)}`;

/** Stores the private addresses of a user's uploads, so that the user's jobs can use them as input. */
export function createPrivateUploads(store: Store, lifeMs: number) {
  return {
    async keep(userId: string, address: string): Promise<void> {
      const url = parseUrl(address);
      if (!url || !/^https?:$/.test(url.protocol) || !isPrivateHost(url.hostname)) return;
      await store.add(await keyOf(userId, url), "1", lifeMs);
    },
    async has(userId: string, url: URL): Promise<boolean> {
      return (await store.get(await keyOf(userId, url))) !== undefined;
    },
  };
}
