// Runs other proxies in front of the same service, in a separate process: Hono with fetch, and @fal-ai/server-proxy
// with Express.
import { once } from "node:events";
import { createServer } from "node:http";
import { createHandler } from "@fal-ai/server-proxy/express";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import { Hono } from "hono";

const [, , upstreamPort, apiKey] = process.argv;
const upstream = `http://127.0.0.1:${upstreamPort}`;
process.env.FAL_KEY = apiKey;

const hono = new Hono().get("*", ({ req }) =>
  fetch(upstream + req.path, { headers: { "x-api-key": apiKey } }),
);

const fal = express()
  .use((request, _response, next) => {
    request.headers["x-fal-target-url"] = upstream + request.url;
    next();
  })
  .use(
    createHandler({
      allowedUrlPatterns: [`127.0.0.1:${upstreamPort}/**`],
      allowUnauthorizedRequests: true,
    }),
  )
  // Ends the chain, because the proxy calls next() after responding.
  .use(() => undefined);

const listen = async (listener) => {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server.address().port;
};

process.send({ hono: await listen(getRequestListener(hono.fetch)), fal: await listen(fal) });
