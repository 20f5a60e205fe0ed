import { createClient, type Client } from "react-easel";
import type { SandboxFault } from "react-easel/sandbox";
import { createPageClient, type FaultStep } from "./pageBackend.ts";

/** "http": the dev server's own backend, where there is one. "page": one in the page, where a fault can be set. */
export type StoryBackend = "http" | "page";

/** What is wrong with the network, or a fault of the service behind it, by its name in the sandbox. */
export type StoryNetwork = "slow-network" | SandboxFault;

const overHttp = import.meta.env["EASEL_HTTP"] === true;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As far away as a phone on a train: a second each way. */
async function slowly<T>(send: () => Promise<T>): Promise<T> {
  await wait(1_000);
  const answer = await send();
  await wait(1_000);
  return answer;
}

/** The client of the toolbar's backend and network. A fault needs the sandbox in the page, whatever the backend. */
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
