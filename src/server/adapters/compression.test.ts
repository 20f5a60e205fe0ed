import { createServer, request, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import fastifyCompress from "@fastify/compress";
import { getRequestListener } from "@hono/node-server";
import compression from "compression";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { afterEach, expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import type { Handler } from "../handler/handler.ts";
import { toFastifyPlugin } from "./toFastifyPlugin.ts";
import { toNodeListener } from "./toNodeListener.ts";

const closings: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Servers that compress whatever they may, from the first byte on. */
const apps: Record<string, (handler: Handler) => Promise<number>> = {
  "Express with compression()": (handler) =>
    listen(
      express()
        .use(compression({ threshold: 0, filter: () => true }))
        .use("/api/easel", toNodeListener(handler)),
    ),
  "Fastify with @fastify/compress": async (handler) => {
    const app = fastify({ forceCloseConnections: true });
    await app.register(fastifyCompress, { threshold: 0, customTypes: /./ });
    await app.register(toFastifyPlugin(handler), { prefix: "/api/easel" });
    await app.listen({ host: "127.0.0.1", port: 0 });
    closings.push(() => app.close());
    return (app.server.address() as AddressInfo).port;
  },
  "Hono with compress()": (handler) => {
    const app = new Hono().use(compress({ threshold: 0, contentTypeFilter: () => true }));
    app.all("/api/easel/*", (context) => handler(context.req.raw));
    const answer = getRequestListener(app.fetch);
    return listen((incoming, outgoing) => void answer(incoming, outgoing));
  },
};

/** The bytes of a stream up to its first event. It has no more to give: its job never ends. */
function firstEvent(port: number, path: string) {
  return new Promise<{ encoding: string | undefined; text: string }>((resolve, reject) => {
    const headers = { "accept-encoding": "gzip, deflate, br" };
    const asking = request({ host: "127.0.0.1", port, path, headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (!/^data: .*\n\n/m.test(text)) return;
        resolve({ encoding: incoming.headers["content-encoding"], text });
        asking.destroy();
      });
    });
    asking.on("error", reject);
    asking.end();
  });
}

test.each(Object.entries(apps))("%s: delivers an event immediately", async (_, serve) => {
  const { handler, submit } = createTestStack();
  const { body } = await submit({ prompt: "a red fox sandbox:never-finishes" });
  const port = await serve(handler);
  const path = `/api/easel/v2/requests/${String(body["request_id"])}/events`;
  const { encoding, text } = await firstEvent(port, path);
  expect(encoding).toBeUndefined();
  expect(text).toContain('"status":"QUEUED"');
});
