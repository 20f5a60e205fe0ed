import { catalog } from "react-easel/models";
import { createSandbox, type SandboxOptions } from "react-easel/sandbox";
import { createHandler, memoryStore, segmind, type HandlerOptions } from "react-easel/server";

export interface PlaygroundOptions {
  /** Where the pictures are served from. */
  readonly origin: string;
  /** A real key: then every picture is a real one, and is paid for. */
  readonly apiKey?: string | undefined;
  readonly sandbox?: SandboxOptions;
  /** Whether the handler can fetch pictures from the origin itself, as it does from the service's image host. */
  readonly servesFiles?: boolean;
  /** @default everybody is the same user */
  readonly authorize?: HandlerOptions["authorize"];
}

const sandboxKey = "SG_0123456789abcdef";

/** A whole backend in one function: the handler, and the sandbox behind it, which serves its pictures itself. */
export function createPlayground(options: PlaygroundOptions) {
  const { origin, apiKey, servesFiles = false } = options;
  const sandbox = createSandbox({
    apiKeys: [sandboxKey],
    now: () => Date.now(),
    filesUrl: `${origin}/sandbox-files`,
    timing: { queueMs: 600, runMs: 2_400 },
    ...options.sandbox,
  });
  const backend = apiKey
    ? segmind({ apiKey })
    : segmind({
        apiKey: sandboxKey,
        fetch: sandbox.fetch,
        ...(servesFiles ? { assetOrigins: [origin] } : {}),
      });
  const handler = createHandler({
    backend,
    models: catalog,
    authorize: options.authorize ?? (() => ({ userId: "playground" })),
    // Jobs of an earlier start are not to be found again, and neither are the sandbox's.
    secret: crypto.randomUUID() + crypto.randomUUID(),
    // There is one of it, and its jobs end with it.
    store: { ...memoryStore(), lasting: true },
    expose: { cost: true, credits: true },
    // Stories make faults on purpose.
    ...(apiKey ? {} : { onEvent: () => undefined }),
  });
  return (request: Request): Promise<Response> =>
    new URL(request.url).pathname.startsWith("/sandbox-files")
      ? sandbox.fetch(request)
      : handler(request);
}
