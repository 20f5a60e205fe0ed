import type { Host } from "../handler/createHost.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { ticketLifeMs } from "../jobs/jobEnd.ts";
import { digest } from "./digest.ts";
import { isPrivateHost } from "./isPrivateHost.ts";

const keyOf = async (userId: string, { href }: URL): Promise<string> =>
  `upload:${await digest(userId, href)}`;

/** Notes a user's upload when its address is private: as an input, no other private address is accepted. */
export async function keepPrivateUpload(
  host: Host,
  userId: string,
  address: string,
): Promise<void> {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol) || !isPrivateHost(url.hostname)) return;
  await host.store.add(await keyOf(userId, url), "1", ticketLifeMs(host));
}

/** Returns whether a private address is one of the user's uploads. */
export async function isPrivateUpload(host: Host, userId: string, url: URL): Promise<boolean> {
  return (await host.store.get(await keyOf(userId, url))) !== undefined;
}
