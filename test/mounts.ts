import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { toNextHandlers } from "react-easel/server/next";
import { toFastifyPlugin, toNextPagesHandler, toNodeListener } from "react-easel/server/node";

export type Handler = (request: Request) => Promise<Response>;
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Mounts a handler at its base path in one framework, like an app. */
export type Mount = (
  handler: Handler,
  basePath: string,
) => Promise<{
  readonly ask: Ask;
  readonly port?: number;
  readonly close?: () => Promise<unknown>;
}>;

export async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask: Ask = (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { ask, port, close };
}

const inProcess = (handler: Handler): Awaited<ReturnType<Mount>> => ({
  ask: (path, init) => handler(new Request(`https://app.example${path}`, init)),
});

const honoApp = (handler: Handler, basePath: string): Hono =>
  new Hono().all(`${basePath}/*`, (context) => handler(context.req.raw));

/** Prepares a request like Next's Pages Router. */
function asNextPages(
  answer: ReturnType<typeof toNextPagesHandler>,
  ended: (how: boolean) => void,
): RequestListener {
  return (incoming, outgoing) => {
    const request: IncomingMessage & { query?: object; cookies?: object } = incoming;
    request.query = {};
    request.cookies = {};
    void answer(request, outgoing).then(() => ended(outgoing.writableEnded || outgoing.destroyed));
  };
}

export const mounts: Readonly<Record<string, Mount>> = {
  "plain web": async (handler) => inProcess(handler),

  Hono: async (handler, basePath) =>
    inProcess(async (request) => honoApp(handler, basePath).fetch(request)),

  "Hono on Node": async (handler, basePath) => {
    // Restored later, because Hono replaces the global classes and other tests need Node's.
    const { Request, Response } = Object.getOwnPropertyDescriptors(globalThis);
    const listen = getRequestListener(honoApp(handler, basePath).fetch);
    const { ask, port, close } = await serve(
      (incoming, outgoing) => void listen(incoming, outgoing),
    );
    return {
      ask,
      port,
      close: async () => {
        await close();
        Object.defineProperties(globalThis, { Request, Response });
      },
    };
  },

  "Next, App Router": async (handler) => {
    const routes: Partial<Record<string, Handler>> = toNextHandlers(handler);
    return inProcess(async (request) => {
      const route = routes[request.method];
      return route ? route(request) : new Response(null, { status: 405 });
    });
  },

  "Next, Pages Router": async (handler) => {
    const ends: boolean[] = [];
    const { ask, port, close } = await serve(
      asNextPages(toNextPagesHandler(handler), (how) => ends.push(how)),
    );
    return {
      ask,
      port,
      close: async () => {
        await close();
        if (ends.includes(false)) throw new Error("Next received an end before there was one.");
      },
    };
  },

  "node:http": (handler) => serve(toNodeListener(handler)),

  "Express 5": (handler, basePath) => serve(express().use(basePath, toNodeListener(handler))),

  "Express 5, behind a body parser": (handler, basePath) =>
    serve(express().use(express.json()).use(basePath, toNodeListener(handler))),

  Fastify: async (handler, basePath) => {
    const app = fastify({ forceCloseConnections: true });
    await app.register(toFastifyPlugin(handler), { prefix: basePath });
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    return {
      ask: (path, init) => fetch(origin + path, init),
      port: Number(new URL(origin).port),
      close: () => app.close(),
    };
  },
};
