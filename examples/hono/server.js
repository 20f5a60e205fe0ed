// node server.js: the sandbox, or Segmind with SEGMIND_API_KEY and EASEL_SECRET (`openssl rand -base64 32`).
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { catalog } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";
import { closeOnSignal } from "react-easel/server/node";

const { SEGMIND_API_KEY: apiKey, EASEL_SECRET: secret, PORT = "3000" } = process.env;

const auth = async () => ({ id: "fakeId" }); // fake: replace with your session

const options = {
  models: catalog,
  authorize: async () => {
    const user = await auth();
    return user && { userId: user.id };
  },
};

const handler = apiKey
  ? createHandler({ ...options, backend: segmind({ apiKey }), secret })
  : createSandboxHandler(options);

// Hono uses Request and Response, so it needs no adapter.
const app = new Hono().all("/api/easel/*", (context) => handler(context.req.raw));

const server = serve({ fetch: app.fetch, port: Number(PORT) }, ({ port }) =>
  console.log(`http://localhost:${port}/api/easel/health`),
);
closeOnSignal(server, handler, { timeoutMs: 75_000 });
