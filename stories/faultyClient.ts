import { createClient, type Client } from "react-easel";
import { catalog } from "react-easel/models";
import { createSandbox, type SandboxCall, type SandboxFault } from "react-easel/sandbox";
import { createHandler, memoryStore, segmind } from "react-easel/server";
import { paintInWorker } from "../.storybook/painter/paintInWorker.ts";

export interface FaultyOptions {
  /** Returns the service's fault. Called for each request to the service. */
  readonly fault?: (call: SandboxCall) => SandboxFault | undefined;
  /** Simulates a fault between the page and the handler. Sends the request or replaces it. */
  readonly way?: (
    request: Request,
    send: (request: Request) => Promise<Response>,
  ) => Promise<Response>;
  /** Returns how far the service's clock is ahead, in milliseconds. */
  readonly ahead?: () => number;
  /** Returns the token that the handler accepts. Called for each request. */
  readonly goodToken?: () => string;
  /** Returns the token that the page sends. */
  readonly ownToken?: () => string;
}

const publish = (bytes: Uint8Array<ArrayBuffer>, type: string): string =>
  URL.createObjectURL(new Blob([bytes], { type }));

/** Creates a client whose handler and sandbox run in the page, with optional faults. */
export function faultyClient(options: FaultyOptions): Client {
  const { fault, way, ahead = () => 0, goodToken = () => "", ownToken = () => "" } = options;
  const sandbox = createSandbox({
    paint: paintInWorker,
    publish,
    now: () => Date.now() + ahead(),
    timing: { queueMs: 200, runMs: 600 },
    ...(fault ? { faults: fault } : {}),
  });
  const handler = createHandler({
    backend: segmind({ apiKey: "SG_0123456789abcdef", fetch: sandbox.fetch }),
    models: catalog,
    secret: crypto.randomUUID() + crypto.randomUUID(),
    store: { ...memoryStore(), lasting: true },
    expose: { cost: true, credits: true },
    authorize: ({ headers }) =>
      headers.get("x-token") === goodToken() ? { userId: "playground" } : null,
  });
  return createClient({
    fetcher: way ? (request) => way(request, handler) : handler,
    headers: () => ({ "x-token": ownToken() }),
  });
}
