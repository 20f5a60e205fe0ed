import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, type RenderResult } from "@testing-library/react";
import { createElement, StrictMode, type ReactElement } from "react";
import type { Client } from "../client/client.ts";
import { createClient, hostClientModule } from "../client/createClient.ts";
import { EaselProvider } from "../hooks/EaselProvider.tsx";
import type { LabelOverrides } from "../labels/en/mergeLabels.ts";
import { catalog } from "../models/catalog/catalog.ts";
import type { Model } from "../models/defineModel.ts";
import { recipes } from "../runtime/recipes.ts";
import { watchModule } from "../runtime/startWatching.ts";
import { createSandbox, type Sandbox } from "../sandbox/createSandbox.ts";
import type { SandboxOptions } from "../sandbox/sandboxOptions.ts";
import { withCancel } from "../sandbox/withCancel.ts";
import { segmind } from "../server/backends/segmind.ts";
import { createHandler } from "../server/handler/createHandler.ts";

export interface RenderWithSandboxOptions {
  readonly sandbox?: SandboxOptions | undefined;
  /** Models that the handler offers. @default catalog */
  readonly models?: readonly Model[] | undefined;
  readonly labels?: LabelOverrides | undefined;
  /** Responds to requests instead of the handler. Can call the handler, for example to delay or change its response. */
  readonly intercept?: (request: Request, handler: Handler) => Promise<Response>;
}

type Handler = (request: Request) => Promise<Response>;

export interface RenderedWithSandbox extends RenderResult {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /** Waits for requests, advances the sandbox's clock, polls all jobs, and waits for the responses to render. */
  readonly advance: (ms: number) => Promise<void>;
}

const apiKey = "SG_0123456789abcdef";

/** Number of idle event-loop turns after which the page counts as settled. An event's effects take several turns. */
const quietTurns = 5;
/** Maximum number of turns, each at least 1 ms long. On a busy machine, a time limit would be reached too early. */
const maxTurns = 1_000;

function createTraffic(setTimeout: typeof globalThis.setTimeout) {
  let pending = 0;
  return {
    async count<Answer>(answer: Promise<Answer>): Promise<Answer> {
      pending += 1;
      try {
        return await answer;
      } finally {
        pending -= 1;
      }
    },
    settle: () =>
      act(async () => {
        for (let turn = 0, quiet = 0; turn < maxTurns && quiet < quietTurns; turn += 1) {
          // oxlint-disable-next-line eslint/no-await-in-loop -- turns are sequential
          await new Promise((resolve) => setTimeout(resolve, 1));
          quiet = pending > 0 ? 0 : quiet + 1;
        }
      }),
  };
}

/** Implements `renderWithSandbox`. Loaded lazily, so that the package's testing entry point doesn't load React. */
export async function renderInSandbox(
  ui: ReactElement,
  options: RenderWithSandboxOptions,
  realSetTimeout: typeof setTimeout,
): Promise<RenderedWithSandbox> {
  // These modules are preloaded, because a test with a fake clock couldn't wait for them.
  await Promise.all([watchModule.load(), hostClientModule.load(), recipes.load()]);
  const sandbox = createSandbox({ apiKeys: [apiKey], ...options.sandbox });
  const service = segmind({ apiKey, fetch: sandbox.fetch });
  const handler = createHandler({
    backend: options.sandbox?.cancel
      ? withCancel(service, { apiKey, fetch: sandbox.fetch })
      : service,
    models: options.models ?? catalog,
    authorize: () => ({ userId: "tester" }),
    secret: "the secret of a test, 32 bytes or more",
    // Tests advance only the sandbox's clock, not the handler's, so every poll must reach the sandbox instead of the
    // store.
    pollDelay: () => 0,
    // Keeps intentional faults out of the console.
    onEvent: () => undefined,
  });
  const { intercept = (request: Request, next: Handler) => next(request) } = options;
  const traffic = createTraffic(realSetTimeout);
  const client = createClient({
    fetcher: (request) => traffic.count(intercept(request, handler)),
  });
  const cache = new QueryClient();
  const view = render(
    createElement(
      StrictMode,
      null,
      createElement(
        QueryClientProvider,
        { client: cache },
        createElement(EaselProvider, { client, labels: options.labels }, ui),
      ),
    ),
  );
  await traffic.settle();
  return {
    ...view,
    sandbox,
    client,
    advance: async (ms) => {
      await traffic.settle();
      sandbox.advance(ms);
      await act(() => cache.refetchQueries({ type: "active" }));
      // Waits until the results of ended jobs have loaded.
      await traffic.settle();
    },
  };
}
