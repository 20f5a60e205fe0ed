import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  skipToken,
} from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobState } from "../protocol/jobState.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useCredits } from "./useCredits.ts";
import { useGenerate } from "./useGenerate.ts";
import { useHistory } from "./useHistory.ts";
import { useHostConfig } from "./useHostConfig.ts";
import { useJobResult } from "./useJobResult.ts";
import { useJobs } from "./useJobs.ts";
import { useJobStatus } from "./useJobStatus.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Query defaults that an app may set. Each would break our hooks if it applied to them. */
const hostile: Readonly<Record<string, unknown>> = {
  placeholderData: keepPreviousData,
  initialData: "the app's",
  initialDataUpdatedAt: 1,
  select: () => "the app's",
  enabled: false,
  structuralSharing: () => "the app's",
  networkMode: "online",
  throwOnError: true,
  suspense: true,
  retry: 5,
  retryDelay: 1,
  retryOnMount: false,
  staleTime: 0,
  gcTime: 0,
  refetchInterval: 10,
  refetchIntervalInBackground: true,
  refetchOnMount: "always",
  refetchOnWindowFocus: "always",
  refetchOnReconnect: "always",
  notifyOnChangeProps: ["error"],
  subscribed: false,
  queryFn: skipToken,
  queryKeyHashFn: () => "the same for all",
  persister: () => "the app's",
  behavior: { onFetch: () => {} },
  meta: { app: true },
  experimental_prefetchInRender: true,
};

const urlOf = (requestId: string) => `https://images.example/${requestId}.png`;

function openPage(queries: Readonly<Record<string, unknown>>) {
  const states = new Map<string, JobState>();
  const client = {
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: "C", state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({
      requestId,
      state: states.get(requestId) ?? "queued",
    })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [{ url: urlOf(requestId) }],
      body: {},
    })),
    getConfig: vi.fn(async () => ({ models: [], limits: { jobsAtOnce: 3 }, credits: true })),
    getCredits: vi.fn(async () => ({ credits: 12 })),
  } satisfies Client;
  const cache = new QueryClient({ defaultOptions: { queries } });
  const storage = memoryStorage();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>
      <EaselProvider client={client} storage={storage}>
        {children}
      </EaselProvider>
    </QueryClientProvider>
  );
  const { result, rerender } = renderHook(
    ({ id }: { id: string }) => ({
      status: useJobStatus(id),
      result: useJobResult(id),
      run: useGenerate(sdxlTorch),
      jobs: useJobs().jobs,
      history: useHistory().jobs,
      config: useHostConfig().config,
      credits: useCredits(),
    }),
    { wrapper, initialProps: { id: "A" } },
  );
  const put = (id: string, state: JobState) => void states.set(id, state);
  return { client, cache, page: result, rerender, put };
}

/** Uses all hooks, and returns their values after each step and the number of calls per client method. */
async function use(queries: Readonly<Record<string, unknown>>) {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const { client, cache, page, rerender, put } = openPage(queries);
  const seen: unknown[] = [];
  const look = () => {
    const { status, result, run, jobs, history, config, credits } = page.current;
    seen.push({
      status: [status.status, status.data?.state],
      result: [result.status, result.data?.images[0]?.url],
      run: [run.status, run.result?.images[0]?.url],
      jobs: jobs.map((job) => job.status),
      history: history.map((job) => job.status),
      config: config?.limits.jobsAtOnce,
      credits: [credits.isPending, credits.credits],
    });
  };
  put("A", "completed");
  look();
  await pass(10_000);
  look();
  rerender({ id: "B" });
  look();
  await pass(0);
  look();
  act(() => page.current.run.generate({ prompt: "a panda" }));
  await pass(10);
  look();
  put("C", "completed");
  await pass(30_000);
  look();
  await act(() => cache.invalidateQueries());
  put("B", "completed");
  await pass(90_000);
  look();
  const asked = Object.values(client).map((call) => call.mock.calls.length);
  return { seen, asked };
}

test("returns each job's own data without defaults", async () => {
  const { seen } = await use({});
  expect(seen[1]).toMatchObject({ result: ["success", urlOf("A")], credits: [false, 12] });
  expect(seen[2]).toMatchObject({ status: ["pending", undefined], result: ["pending", undefined] });
  expect(seen[3]).toMatchObject({ status: ["success", "queued"], result: ["pending", undefined] });
  expect(seen.at(-1)).toMatchObject({
    result: ["success", urlOf("B")],
    run: ["completed", urlOf("C")],
    jobs: ["completed"],
  });
});

test.each(Object.entries(hostile))(
  "isn't affected by the app's default for %s",
  async (name, value) => {
    const usual = await use({});
    cleanup();
    expect(await use({ [name]: value })).toEqual(usual);
  },
);

test("isn't affected by these defaults combined", async () => {
  const usual = await use({});
  cleanup();
  expect(await use(hostile)).toEqual(usual);
});

test("returns a host error instead of throwing it, despite the app's defaults", async () => {
  const { client, page } = openPage(hostile);
  client.getCredits.mockRejectedValue(new EaselError("upstream_unavailable"));
  await pass(10_000);
  expect(page.current.credits).toMatchObject({
    isPending: false,
    error: { code: "upstream_unavailable" },
  });
});
