import { createClient, type Client } from "react-easel";
import { createSandboxHandler, type SandboxFault } from "react-easel/sandbox";
import { paintImage } from "./painter/paintImage.ts";

/** Gives each image a `blob:` URL, because a page without a server has no other. */
const publish = (bytes: Uint8Array<ArrayBuffer>, type: string): string =>
  URL.createObjectURL(new Blob([bytes], { type }));

/** Where in a job a fault of the toolbar strikes, for those that need a place. */
export type FaultStep = "submit" | "status" | "result";

export interface PageBackendOptions {
  readonly fault?: SandboxFault | undefined;
  readonly step?: FaultStep | undefined;
  /** What is between the page and the handler. */
  readonly way?: ((send: () => Promise<Response>) => Promise<Response>) | undefined;
}

/** A client whose backend, handler and sandbox and all, runs in the page itself. */
export function createPageClient({
  fault,
  step = "submit",
  way = (send) => send(),
}: PageBackendOptions = {}): Client {
  const handler = createSandboxHandler({
    paint: paintImage,
    production: true,
    publish,
    speed: 5,
    faults: (call) => (call.step === step ? fault : undefined),
  });
  return createClient({ fetcher: (request) => way(() => handler(request)) });
}
