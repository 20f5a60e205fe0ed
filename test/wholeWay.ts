import { createClient, type Client, type ClientOptions } from "react-easel/client";
import { catalog } from "react-easel/models";
import { createSandbox, type Sandbox, type SandboxOptions } from "react-easel/sandbox";
import { createHandler, segmind, type HandlerOptions } from "react-easel/server";
import { vi } from "vitest";

const apiKey = "SG_0123456789abcdef";

type Fetch = (request: Request) => Promise<Response>;

export interface WholeWay {
  readonly sandbox: Sandbox;
  readonly handler: Fetch;
  readonly client: Client;
  /** Every request that left for the service: none of the browser's own may be among them. */
  readonly upstream: Request[];
}

/** Client, handler and sandbox in one process, on one clock, with nothing mocked but time. */
export function createWholeWay(
  options: {
    sandbox?: SandboxOptions;
    handler?: Partial<HandlerOptions>;
    client?: Omit<ClientOptions, "fetcher">;
    /** Stands between the client and the handler, to count or to break what comes through. */
    through?: (request: Request, handler: Fetch) => Promise<Response>;
  } = {},
): WholeWay {
  const sandbox = createSandbox({ apiKeys: [apiKey], now: () => Date.now(), ...options.sandbox });
  const upstream: Request[] = [];
  const handler = createHandler({
    backend: segmind({
      apiKey,
      fetch: (request) => {
        upstream.push(request.clone());
        return sandbox.fetch(request);
      },
    }),
    models: catalog,
    authorize: (request) => ({ userId: request.headers.get("x-user") ?? "ada" }),
    secret: "a secret for tests of 32 bytes or more",
    ...options.handler,
  });
  const { through = (request, next) => next(request) } = options;
  const fetcher: Fetch = (request) => track(through(request, handler));
  const client = createClient({ ...options.client, fetcher });
  return { sandbox, handler, client, upstream };
}

const traffic = { underWay: 0 };

async function track<T>(promise: Promise<T>): Promise<T> {
  traffic.underWay++;
  try {
    return await promise;
  } finally {
    traffic.underWay--;
  }
}

// A client loads what it asks with beside the page. It is there before a test holds time, which would run on meanwhile.
await createClient({ fetcher: () => Promise.reject(new Error("Nobody is there.")) })
  .getStatus("none")
  .catch(() => {});

/** Time stands still until `pass` moves it; what the platform does in the background is let through. */
export function holdTime(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Lets time pass until a promise has settled, at most as long as is given, in milliseconds. */
export async function settle<T>(promise: Promise<T>, mostMs = 900_000): Promise<T> {
  const progress = { settled: false };
  const end = () => void (progress.settled = true);
  promise.then(end, end);
  for (let passed = 0; !progress.settled && passed < mostMs; passed += 250) {
    await vi.advanceTimersByTimeAsync(250);
    // Signing runs on another thread: no time passes while an answer is on its way.
    do await breathe();
    while (traffic.underWay > 0);
    await breathe();
  }
  return promise;
}
