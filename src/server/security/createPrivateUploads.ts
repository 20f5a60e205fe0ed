import { parseUrl } from "../http/parseUrl.ts";
import type { Store } from "../stores/store.ts";
import { digest } from "./digest.ts";
import { isPrivateHost } from "./isPrivateHost.ts";

/** Uploads with a private address. As a job's input no other private address is accepted. */
export interface PrivateUploads {
  keep(userId: string, address: string): Promise<void>;
  has(userId: string, url: URL): Promise<boolean>;
}

const keyOf = async (userId: string, { href }: URL): Promise<string> =>
  `upload:${await digest(userId, href)}`;

export function createPrivateUploads(store: Store, lifeMs: number): PrivateUploads {
  return {
    async keep(userId, address) {
      const url = parseUrl(address);
      if (!url || !/^https?:$/.test(url.protocol) || !isPrivateHost(url.hostname)) return;
      await store.add(await keyOf(userId, url), "1", lifeMs);
    },
    has: async (userId, url) => (await store.get(await keyOf(userId, url))) !== undefined,
  };
}
