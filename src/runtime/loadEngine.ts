import type { Client } from "../client/client.ts";
import { clientCalls } from "../client/createClient.ts";
import { createLater } from "../client/createLater.ts";

export type Engine = typeof import("./engine.ts");

/** The one place that loads the life of a job. On its way with the first provider, in a page; never on a server. */
export const engine = createLater<Engine>(() => import("./engine.ts"));

/** All that a run by this client needs: at once where it is there, so that a click has begun its run when it returns. */
export function loadFor(client: Client): Engine | Promise<Engine> {
  const calls = clientCalls(client);
  const there = engine.now();
  if (there && (!calls || calls.now())) return there;
  return Promise.all([engine.get(), calls?.get()]).then(([loaded]) => loaded);
}
