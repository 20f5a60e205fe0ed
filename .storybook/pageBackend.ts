import { createClient, type Client } from "react-easel";
import { createSandboxHandler, type SandboxFault } from "react-easel/sandbox";
import { paintInWorker } from "./painter/paintInWorker.ts";

/** Gives each image a `blob:` URL, the only kind available without a server. */
const publish = (bytes: Uint8Array<ArrayBuffer>, type: string): string =>
  URL.createObjectURL(new Blob([bytes], { type }));

/** Step of a job at which a fault occurs. */
export type FaultStep = "submit" | "status" | "result";

export interface PageBackendOptions {
  readonly fault?: SandboxFault | undefined;
  readonly step?: FaultStep | undefined;
  readonly way?: ((send: () => Promise<Response>) => Promise<Response>) | undefined;
}

export function createPageClient({
  fault,
  step = "submit",
  way = (send) => send(),
}: PageBackendOptions = {}): Client {
  const handler = createSandboxHandler({
    paint: paintInWorker,
    production: true,
    publish,
    speed: 5,
    faults: (call) => (call.step === step ? fault : undefined),
  });
  return createClient({ fetcher: (request) => way(() => handler(request)) });
}
