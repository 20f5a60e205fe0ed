import { createClient, type Client } from "react-easel";
import { createSandboxHandler, type SandboxFault } from "react-easel/sandbox";
import { paintInWorker } from "./painter/paintInWorker.ts";

/** Gives each image a `blob:` URL, the only kind available without a server. */
const publish = (bytes: Uint8Array<ArrayBuffer>, type: string): string =>
  URL.createObjectURL(new Blob([bytes], { type }));

/** Step of a job at which a fault occurs. */
export type FaultStep = "submit" | "status" | "result";

export interface PageBackendOptions {
  /** Whether jobs can be canceled. @default false */
  readonly cancel?: boolean | undefined;
  /** Speed relative to the service. @default 5 */
  readonly speed?: number | undefined;
  readonly fault?: SandboxFault | undefined;
  readonly step?: FaultStep | undefined;
  readonly way?: ((send: () => Promise<Response>) => Promise<Response>) | undefined;
}

export function createPageClient({
  cancel,
  speed = 5,
  fault,
  step = "submit",
  way = (send) => send(),
}: PageBackendOptions = {}): Client {
  const handler = createSandboxHandler({
    paint: paintInWorker,
    production: true,
    // The sample images, which the user can select as a start image, come from the playground's server.
    allowedInputOrigins: [location.origin],
    publish,
    speed,
    cancel,
    faults: (call) => (call.step === step ? fault : undefined),
  });
  return createClient({ fetcher: (request) => way(() => handler(request)) });
}
