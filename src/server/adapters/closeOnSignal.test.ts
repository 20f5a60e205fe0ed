import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import fastify from "fastify";
import { afterEach, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { openConnection } from "../../../test/openConnection.ts";
import type { Handler } from "../handler/handler.ts";
import { closeOnSignal, type ClosableServer } from "./closeOnSignal.ts";
import { toFastifyPlugin } from "./toFastifyPlugin.ts";
import { toNodeListener } from "./toNodeListener.ts";

const closings: (() => unknown)[] = [];

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const close of closings.splice(0).toReversed()) await close();
});

async function listen(listener: RequestListener) {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

type Serve = (handler: Handler) => Promise<{ server: ClosableServer; port: number }>;

const servers: Record<string, Serve> = {
  "node:http": (handler) => listen(toNodeListener(handler)),
  Express: (handler) => listen(express().use("/api/easel", toNodeListener(handler))),
  Fastify: async (handler) => {
    const app = fastify({ return503OnClosing: false });
    await app.register(toFastifyPlugin(handler), { prefix: "/api/easel" });
    await app.listen({ host: "127.0.0.1", port: 0 });
    return { server: app, port: (app.server.address() as AddressInfo).port };
  },
};

const prompt = "a red fox sandbox:never-finishes";

/** An app with an open event stream, a kept idle connection, and submits that stop until `goOn` is called. */
async function setUp(serve: Serve) {
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const submits = { count: 0 };
  const { handler } = createTestStack({
    fetch: async (request, sandbox) => {
      if (request.method === "POST" && (submits.count += 1) > 1) await gate;
      return sandbox(request);
    },
  });
  const { server, port } = await serve(handler);
  const origin = `http://127.0.0.1:${port}`;
  const submit = () =>
    fetch(`${origin}/api/easel/v2/sdxl-torch`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt }),
    });
  const job = (await (await submit()).json()) as { response_url: string };
  const stream = await fetch(`${origin}${job.response_url}/events`);
  const idle = openConnection(port);
  idle.write("GET /api/easel/health HTTP/1.1\r\nhost: localhost\r\n\r\n");
  await idle.read();
  closings.push(
    () => goOn(),
    idle.destroy,
    () => new Promise<void>((resolve) => void server.close(resolve)),
  );
  return { handler, server, submit, submits, stream, idle, goOn: () => goOn() };
}

/** Calls what `closeOnSignal` added, and no listener of the test runner's. */
function listenForSignal(...args: Parameters<typeof closeOnSignal>) {
  const others = new Set(process.listeners("SIGTERM"));
  const stop = closeOnSignal(...args);
  closings.push(stop);
  const listeners = () => process.listeners("SIGTERM").filter((listener) => !others.has(listener));
  const [listener] = listeners();
  return { signal: () => listener?.("SIGTERM"), listeners, stop };
}

test.each(Object.entries(servers))(
  "%s: ends streams, responds to the submit in progress, and exits the process",
  async (_, serve) => {
    const exited = new Promise<void>((resolve) => {
      vi.spyOn(process, "exit").mockImplementation((() => resolve()) as never);
    });
    const { handler, server, submit, submits, stream, idle, goOn } = await setUp(serve);
    const steps: string[] = [];
    const { signal, listeners } = listenForSignal(server, handler, {
      onClosed: () => void steps.push("closed"),
    });
    const submitted = submit();
    await vi.waitFor(() => expect(submits.count).toBe(2));
    signal();
    // The next one ends the process.
    expect(listeners()).toEqual([]);
    expect(await stream.text()).toMatch(/retry: \d+\n\n$/);
    await idle.closed;
    expect(steps).toEqual([]);
    goOn();
    expect((await submitted).status).toBe(200);
    await exited;
    expect(steps).toEqual(["closed"]);
  },
);

test("closes the handler when Fastify's app.close() is called", async () => {
  const app = fastify();
  const { handler } = createTestStack();
  await app.register(toFastifyPlugin(handler), { prefix: "/api/easel" });
  await app.ready();
  await app.close();
  expect((await handler(new Request("https://host.example/api/easel/health"))).status).toBe(503);
});

test("exits after the timeout even if work is in progress", async () => {
  const exited = new Promise<void>((resolve) => {
    vi.spyOn(process, "exit").mockImplementation((() => resolve()) as never);
  });
  const { handler, server, submit, submits } = await setUp(
    servers["node:http"] ?? (() => Promise.reject(new Error("There is no such server."))),
  );
  const submitted = submit().catch((error: unknown) => error);
  await vi.waitFor(() => expect(submits.count).toBe(2));
  listenForSignal(server, handler, { timeoutMs: 0 }).signal();
  await exited;
  expect(await submitted).toBeInstanceOf(TypeError);
});

test.each([
  ["that closes immediately", (done: () => void) => done(), 25_000],
  ["that never closes", () => undefined, 26_000],
])("stops waiting for an onClosed that never settles, with a server %s", async (_, close, ms) => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"],
  });
  const exit = vi.spyOn(process, "exit").mockImplementation((() => undefined) as never);
  const closeIdleConnections = vi.fn();
  const server = { close, closeIdleConnections };
  const onClosed = vi.fn(() => new Promise<void>(() => undefined));
  listenForSignal(server, { close: async () => true }, { onClosed }).signal();
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(onClosed).toHaveBeenCalledTimes(1);
  expect(exit).not.toHaveBeenCalled();
  const checks = closeIdleConnections.mock.calls.length;
  await vi.advanceTimersByTimeAsync(1);
  expect(exit).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(checks).toBe(ms === 25_000 ? 0 : 250);
});

test("rejects an invalid timeout, and stops listening for signals", () => {
  const { handler } = createTestStack();
  const server = createServer();
  expect(() => closeOnSignal(server, handler, { timeoutMs: Number.NaN })).toThrow(TypeError);
  const { listeners, stop } = listenForSignal(server, handler);
  expect(listeners()).toHaveLength(1);
  stop();
  expect(listeners()).toEqual([]);
});
