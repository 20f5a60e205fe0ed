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
  readonly sandbox?: SandboxOptions | undefined;
  /** @default catalog */
  readonly models?: readonly Model[] | undefined;
  readonly labels?: LabelOverrides | undefined;
  /** Replaces the handler's answers. */
  readonly intercept?: (request: Request, handler: Handler) => Promise<Response>;
}

type Handler = (request: Request) => Promise<Response>;

export interface RenderedWithSandbox extends RenderResult {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /** Waits for pending requests, moves the sandbox's clock, polls every job, and waits until the answers are rendered. */
  readonly advance: (ms: number) => Promise<void>;
}

const apiKey = "SG_0123456789abcdef";

/** Lazy part of `renderWithSandbox`, so that the entry doesn't load React. */
export async function renderInSandbox(
  ui: ReactElement,
  options: RenderWithSandboxOptions,
  realClock: RealTimers,
): Promise<RenderedWithSandbox> {
  // A test with a fake clock could not wait for these.
  await Promise.all([watchModule.load(), hostClientModule.load(), recipes.load()]);
  const sandbox = createSandbox({ apiKeys: [apiKey], ...options.sandbox });
  const handler = createHandler({
    backend: segmind({ apiKey, fetch: sandbox.fetch }),
    models: options.models ?? catalog,
    authorize: () => ({ userId: "tester" }),
    secret: "the secret of a test, 32 bytes or more",
    // Only the sandbox's clock moves, so the handler must not answer from its store.
    pollDelay: () => 0,
    // Keeps intended faults out of the console.
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
      // Results of the jobs that ended.
      await traffic.settle();
    },
  };
}
