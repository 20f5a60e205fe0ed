import { catalog } from "react-easel/models";
import { createSandbox, type SandboxOptions } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";

export interface PlaygroundOptions {
  /** Where the pictures are served from. */
  readonly origin: string;
  /** A real key: then every picture is a real one, and is paid for. */
  readonly apiKey?: string | undefined;
  readonly sandbox?: SandboxOptions;
}

const sandboxKey = "SG_0123456789abcdef";

/** A whole backend in one function: the handler, and the sandbox behind it, which serves its pictures itself. */
export function createPlayground({ origin, apiKey, sandbox: options }: PlaygroundOptions) {
  const sandbox = createSandbox({
    apiKeys: [sandboxKey],
    now: () => Date.now(),
    filesUrl: `${origin}/sandbox-files`,
    timing: { queueMs: 600, runMs: 2_400 },
    ...options,
  });
  const backend = apiKey
    ? segmind({ apiKey })
    : segmind({ apiKey: sandboxKey, fetch: (request) => sandbox.fetch(request) });
  const handler = createHandler({
    backend,
    models: catalog,
    authorize: () => ({ userId: "playground" }),
    // Jobs of an earlier start are not to be found again, and neither are the sandbox's.
    secret: crypto.randomUUID() + crypto.randomUUID(),
    expose: { cost: true },
  });
  return (request: Request): Promise<Response> =>
    new URL(request.url).pathname.startsWith("/sandbox-files")
      ? sandbox.fetch(request)
      : handler(request);
}
