import { createClient, type Client, type ClientOptions } from "react-easel/client";
import { catalog } from "react-easel/models";
import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  type SandboxStep,
  withCancel,
} from "react-easel/sandbox";
import {
  createHandler,
  memoryStore,
  segmind,
  type Handler,
  type HandlerEvent,
  type HandlerOptions,
  type SegmindOptions,
  type Store,
} from "react-easel/server";

/** The only key that the sandbox accepts. Leak tests search for parts of it and of the secret. */
export const apiKey = "SG_0123456789abcdef";
const secret = "the secret of this app, of 32 bytes or more";

type Fetch = (request: Request) => Promise<Response>;

export interface TestStackOptions {
  readonly sandbox?: SandboxOptions;
  readonly backend?: Omit<Partial<SegmindOptions>, "fetch">;
  /** Replaces the requests from the backend to the sandbox. */
  readonly fetch?: ((request: Request, sandbox: Fetch) => Response | Promise<Response>) | undefined;
  readonly handler?: Partial<HandlerOptions>;
  /** Replaces the requests from the client to the handler. */
  readonly intercept?: (request: Request, handler: Fetch) => Promise<Response>;
  readonly client?: Omit<ClientOptions, "fetcher">;
}

interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Shortcuts for requests to a handler. Paths are relative to "/api/easel". */
export interface TestInstance {
  readonly handler: Handler;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly askJson: (path: string, init?: RequestInit) => Promise<JsonAnswer>;
  /** Posts a submit as JSON, but a string unchanged. The default model is "sdxl-torch". */
  readonly submit: (
    input: unknown,
    headers?: Readonly<Record<string, string>>,
    model?: string,
  ) => Promise<JsonAnswer>;
  readonly cancel: (ticket: unknown, init?: RequestInit) => Promise<JsonAnswer>;
  readonly poll: (ticket: unknown, init?: RequestInit) => Promise<JsonAnswer>;
  readonly fetchResult: (ticket: unknown, init?: RequestInit) => Promise<JsonAnswer>;
}

export interface TestStack extends TestInstance {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly client: Client;
  /** Sends a request to the handler like the client does, for additional clients in one stack. */
  readonly fetcher: Fetch;
  readonly inFlight: () => number;
  readonly upstream: readonly Request[];
  readonly events: readonly HandlerEvent[];
  readonly countCalls: (step: SandboxStep) => number;
  /** Creates another handler with the same sandbox and store, like a second process of the app. */
  readonly createInstance: (options?: Partial<HandlerOptions>) => TestInstance;
}

export async function readJson(response: Response): Promise<JsonAnswer> {
  const text = await response.text();
  const body = (text === "" ? undefined : JSON.parse(text)) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

function createInstanceOf(handler: Handler): TestInstance {
  const ask: TestInstance["ask"] = (path, init) =>
    handler(new Request(`https://host.example/api/easel${path}`, init));
  const askJson: TestInstance["askJson"] = async (path, init) => readJson(await ask(path, init));
  return {
    handler,
    ask,
    askJson,
    submit: (input, headers, model = "sdxl-torch") =>
      askJson(`/v2/${model}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof input === "string" ? input : JSON.stringify(input),
      }),
    cancel: (ticket, init) =>
      askJson(`/v2/requests/${String(ticket)}/cancel`, { method: "POST", ...init }),
    poll: (ticket, init) => askJson(`/v2/requests/${String(ticket)}/status`, init),
    fetchResult: (ticket, init) => askJson(`/v2/requests/${String(ticket)}`, init),
  };
}

/**
 * Creates a sandbox, the Segmind backend, a handler, and a client in one process. The `x-user` header names the user,
 * "ada" by default. The sandbox's clock is stopped unless `sandbox.now` is set.
 */
export function createTestStack(options: TestStackOptions = {}): TestStack {
  const sandbox = createSandbox({ apiKeys: [apiKey], ...options.sandbox });
  const store = options.handler?.store ?? memoryStore();
  const upstream: Request[] = [];
  const events: HandlerEvent[] = [];

  const createInstance: TestStack["createInstance"] = (own) => {
    const given = { ...options.handler, ...own };
    const send = async (request: Request): Promise<Response> => {
      upstream.push(request.clone());
      return options.fetch?.(request, sandbox.fetch) ?? sandbox.fetch(request);
    };
    const service = segmind({
      apiKey,
      ...options.backend,
      fetch: send,
    });
    const backend = options.sandbox?.cancel
      ? withCancel(service, { apiKey, fetch: send })
      : service;
    return createInstanceOf(
      createHandler({
        backend,
        models: catalog,
        authorize: (request) => ({ userId: request.headers.get("x-user") ?? "ada" }),
        secret,
        store,
        ...given,
        onEvent: (event) => {
          events.push(event);
          given.onEvent?.(event);
        },
      }),
    );
  };

  const first = createInstance();
  const { intercept = (request, handler) => handler(request) } = options;
  let inFlight = 0;
  const fetcher: Fetch = async (request) => {
    inFlight += 1;
    try {
      return await intercept(request, first.handler);
    } finally {
      inFlight -= 1;
    }
  };
  return {
    ...first,
    sandbox,
    store,
    client: createClient({ ...options.client, fetcher }),
    fetcher,
    inFlight: () => inFlight,
    upstream,
    events,
    countCalls: (step) => sandbox.log.filter((entry) => entry.step === step).length,
    createInstance,
  };
}
