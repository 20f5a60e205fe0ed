import { createClient, type Client } from "react-easel";
import type { SandboxFault } from "react-easel/sandbox";
import { createPageClient, type FaultStep } from "./pageBackend.ts";

/** "http" for the dev server's backend, or "page" for a backend in the page, which supports faults. */
export type StoryBackend = "http" | "page";

/** Network fault, or the sandbox's name for a service fault. */
export type StoryNetwork = "slow-network" | SandboxFault;

const overHttp = import.meta.env["EASEL_HTTP"] === true;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Adds the latency of a slow mobile network: one second each way. */
async function slowly<T>(send: () => Promise<T>): Promise<T> {
  await wait(1_000);
  const answer = await send();
  await wait(1_000);
  return answer;
}

/** Creates a client for the toolbar's backend and network. Faults always use the sandbox in the page. */
export function createStoryClient(
  backend: StoryBackend,
  network: StoryNetwork | undefined,
  step: FaultStep,
): Client {
  const isSlow = network === "slow-network";
  const fault = network === "slow-network" ? undefined : network;
  if (!overHttp || backend === "page" || fault) {
    return createPageClient({ fault, step, ...(isSlow && { way: slowly }) });
  }
  return isSlow
    ? createClient({
        baseUrl: "/api/easel",
        fetcher: (request) => slowly(() => fetch(request)),
      })
    : createClient();
}
