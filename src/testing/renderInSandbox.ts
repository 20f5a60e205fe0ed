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
import { segmind } from "../server/backends/segmind.ts";
import { createHandler } from "../server/handler/createHandler.ts";
import { createTraffic, type RealTimers } from "./createTraffic.ts";

export interface RenderWithSandboxOptions {
  /** Timing, faults, credits and the rest of the sandbox. */
  readonly sandbox?: SandboxOptions | undefined;
  /** What the handler allows. @default catalog */
  readonly models?: readonly Model[] | undefined;
  readonly labels?: LabelOverrides | undefined;
  /** Stands between the page and the handler, to break what comes through. */
  readonly intercept?: (request: Request, handler: Handler) => Promise<Response>;
}

type Handler = (request: Request) => Promise<Response>;

export interface RenderedWithSandbox extends RenderResult {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /**
   * Waits for what is under way, moves the sandbox's clock on, looks at every job, and waits until what was found is
   * drawn. So no test has to wait by itself.
   */
  readonly advance: (ms: number) => Promise<void>;
}

const apiKey = "SG_0123456789abcdef";

/** What `renderWithSandbox` does, apart from it so that React is only loaded where it is wanted. */
export async function renderInSandbox(
  ui: ReactElement,
  options: RenderWithSandboxOptions,
  realClock: RealTimers,
): Promise<RenderedWithSandbox> {
  // Loaded first, so that a test with a fake clock need not wait for it.
  await Promise.all([watchModule.load(), hostClientModule.load(), recipes.load()]);
  const sandbox = createSandbox({ apiKeys: [apiKey], ...options.sandbox });
  const handler = createHandler({
    backend: segmind({ apiKey, fetch: sandbox.fetch }),
    models: options.models ?? catalog,
    authorize: () => ({ userId: "tester" }),
    secret: "the secret of a test, 32 bytes or more",
    // Only the sandbox's clock moves: to the handler, what is known of a job is old at once.
    pollDelay: () => 0,
    // Faults are made on purpose here: the console is the test's.
    onEvent: () => undefined,
  });
  const { intercept = (request: Request, next: Handler) => next(request) } = options;
  const traffic = createTraffic(realClock);
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
      // The results of jobs that have just been seen to end.
      await traffic.settle();
    },
  };
}
