import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod/v4-mini";
import type { Client } from "../client/client.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useGenerate, type UseGenerateOptions, type UseGenerateResult } from "./useGenerate.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const panda = { prompt: "a panda" };
const cat = { prompt: "a cat" };
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const createCallbacks = () => ({ onSuccess: vi.fn(), onError: vi.fn(), onSettled: vi.fn() });

function createClient() {
  let count = 0;
  return {
    submit: vi.fn<Client["submit"]>(async () => ({ requestId: `job-${++count}`, state: "queued" })),
    getStatus: vi.fn<Client["getStatus"]>(async (requestId) => ({ requestId, state: "completed" })),
    getResult: vi.fn<Client["getResult"]>(async (requestId) => ({
      requestId,
      images: [],
      body: {},
    })),
  } satisfies Client;
}

/** Renders a provider. `show` renders a component in it for each entry of `options`. */
function open({ client = createClient(), storage = memoryStorage(), model = sdxlTorch } = {}) {
  const hooks = new Map<string, UseGenerateResult<typeof sdxlTorch>>();
  function Generator({ name, options }: { name: string; options: UseGenerateOptions }) {
    hooks.set(name, useGenerate(model, options));
    return null;
  }
  const cache = new QueryClient();
  const page = (options: Readonly<Record<string, UseGenerateOptions>>, userKey = "ada") => (
    <StrictMode>
      <QueryClientProvider client={cache}>
        <EaselProvider client={client} storage={storage} userKey={userKey}>
          {Object.entries(options).map(([name, one]) => (
            <Generator key={name} name={name} options={one} />
          ))}
        </EaselProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  const view = render(page({}));
  const show = (options: Readonly<Record<string, UseGenerateOptions>>, userKey?: string) =>
    view.rerender(page(options, userKey));
  return { client, storage, hook: (name = "own") => hooks.get(name)!, show, close: view.unmount };
}

/** Renders one component with callbacks. */
function openOne() {
  const callbacks = createCallbacks();
  const page = open();
  page.show({ own: callbacks });
  return { ...page, ...callbacks, callbacks };
}

test("calls onSuccess and onSettled once for a job, even after a double-click in StrictMode", async () => {
  const { hook, onSuccess, onError, onSettled } = openOne();
  act(() => {
    hook().generate(panda);
    hook().generate(panda);
  });
  await pass(60_000);
  const result = { requestId: "job-1", images: [], body: {} };
  const job: unknown = expect.objectContaining({ status: "completed", requestId: "job-1", result });
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(result, job);
  expect(onSettled).toHaveBeenCalledExactlyOnceWith(result, undefined, job);
  expect(onError).not.toHaveBeenCalled();
});

test("calls the callbacks for each job", async () => {
  const { hook, onSuccess } = openOne();
  act(() => {
    hook().generate(panda);
    hook().generate(cat);
  });
  await pass(60_000);
  const prompts = onSuccess.mock.calls.map(
    ([, job]) => (job as { input: typeof cat }).input.prompt,
  );
  expect(prompts.toSorted()).toEqual(["a cat", "a panda"]);
});

test("calls onError and onSettled once for a failed submit, and again for its retry", async () => {
  const { client, hook, onSuccess, onError, onSettled } = openOne();
  client.submit.mockRejectedValue(new EaselError("upstream_no_credits"));
  act(() => hook().generate(panda));
  await pass(0);
  const error: unknown = expect.objectContaining({ code: "upstream_no_credits", charged: "no" });
  const job: unknown = expect.objectContaining({
    status: "failed",
    input: expect.objectContaining(panda) as unknown,
  });
  expect(onError).toHaveBeenCalledExactlyOnceWith(error, job);
  expect(onSettled).toHaveBeenCalledExactlyOnceWith(undefined, error, job);
  act(() => hook().retry());
  await pass(0);
  expect(onError).toHaveBeenCalledTimes(2);
  expect(onSuccess).not.toHaveBeenCalled();
});

test("calls onError without a job for an invalid input and for a removed job", async () => {
  const { hook, onError } = openOne();
  act(() => hook().generate({ prompt: "" }));
  await pass(0);
  const invalid: unknown = expect.objectContaining({ code: "invalid_input" });
  expect(onError).toHaveBeenCalledExactlyOnceWith(invalid, undefined);
  act(() => hook().generate(panda));
  act(() => hook().remove());
  await pass(0);
  const aborted: unknown = expect.objectContaining({ code: "aborted" });
  expect(onError).toHaveBeenLastCalledWith(aborted, undefined);
});

test("calls the callbacks of the latest render", async () => {
  const { hook, show, callbacks } = openOne();
  act(() => hook().generate(panda));
  const latest = createCallbacks();
  show({ own: latest });
  await pass(60_000);
  expect(latest.onSuccess).toHaveBeenCalledOnce();
  expect(callbacks.onSuccess).not.toHaveBeenCalled();
});

test("calls the callbacks after the component unmounts", async () => {
  const { hook, show, onSuccess, onSettled } = openOne();
  act(() => hook().generate(panda));
  show({});
  await pass(60_000);
  expect(onSuccess).toHaveBeenCalledOnce();
  expect(onSettled).toHaveBeenCalledOnce();
});

test("doesn't call the callbacks for jobs of other components in the scope", async () => {
  const own = createCallbacks();
  const other = createCallbacks();
  const { show, hook } = open();
  show({ own, other });
  act(() => hook().generate(panda));
  await pass(60_000);
  expect(hook("other").status).toBe("completed");
  expect(own.onSettled).toHaveBeenCalledOnce();
  expect(other.onSettled).not.toHaveBeenCalled();
});

test("doesn't call the callbacks for jobs from an earlier page", async () => {
  const first = openOne();
  act(() => first.hook().generate(panda));
  await pass(0);
  first.close();
  const callbacks = createCallbacks();
  const { show, hook } = open(first);
  show({ own: callbacks });
  await pass(60_000);
  expect(hook().status).toBe("completed");
  expect(callbacks.onSettled).not.toHaveBeenCalled();
});

test("generateAsync settles after the callbacks", async () => {
  const { hook, onSuccess, onSettled } = openOne();
  const order: string[] = [];
  onSuccess.mockImplementation(() => order.push("onSuccess"));
  onSettled.mockImplementation(() => order.push("onSettled"));
  act(
    () =>
      void hook()
        .generateAsync(panda)
        .then(() => order.push("generateAsync")),
  );
  await pass(60_000);
  expect(order).toEqual(["onSuccess", "onSettled", "generateAsync"]);
});

test("keeps its actions stable across renders, and they use the latest values", async () => {
  const { hook, show, client } = openOne();
  const actionsOf = (result: object) =>
    Object.entries(result).filter(([, value]) => typeof value === "function");
  const before = actionsOf(hook());
  const { generate, stopWatching } = hook();
  act(() => generate(panda));
  await pass(60_000);
  show({ own: createCallbacks() });
  expect(actionsOf(hook()).map(([name]) => name)).toEqual([
    "generate",
    "generateAsync",
    "stopWatching",
    "cancel",
    "retry",
    "check",
    "remove",
    "reset",
  ]);
  for (const [name, action] of actionsOf(hook())) expect(action).toBe(new Map(before).get(name));
  expect(hook().status).toBe("completed");
  act(() => stopWatching());
  expect(hook().status).toBe("idle");
  expect(client.submit).toHaveBeenCalledOnce();
});

test("doesn't report a call's outcome to the next user of the page", async () => {
  const { client, hook, show } = open();
  client.submit.mockImplementation(
    () => new Promise((_, reject) => setTimeout(reject, 1_000, new EaselError("submit_unknown"))),
  );
  const callbacks = createCallbacks();
  show({ own: callbacks });
  act(() => hook().generate(panda));
  show({ own: callbacks }, "eve");
  await pass(60_000);
  expect(client.submit).toHaveBeenCalledTimes(1);
  expect(callbacks.onError).not.toHaveBeenCalled();
  expect(callbacks.onSettled).not.toHaveBeenCalled();
});

test("throws from `generate` if the schema throws", () => {
  const broken = () => {
    throw new Error("broken");
  };
  const input = sdxlTorch.input.check(z.refine(broken));
  const { client, hook, show } = open({ model: { ...sdxlTorch, input } });
  show({ own: {} });
  expect(() => hook().generate(panda)).toThrow("broken");
  expect(client.submit).not.toHaveBeenCalled();
});
