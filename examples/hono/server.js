// node server.js, with SEGMIND_API_KEY and EASEL_SECRET (`openssl rand -base64 32`) in the environment.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { catalog } from "react-easel/models";
import { createHandler, segmind } from "react-easel/server";

const { SEGMIND_API_KEY: apiKey = "", EASEL_SECRET: secret = "", PORT = "3000" } = process.env;

const handler = createHandler({
  backend: segmind({ apiKey }),
  models: catalog,
  // Yours: who is asking, by your own session.
  authorize: "public",
  limits: { requestsPerMinute: 300 },
  secret,
});

// Hono speaks Request and Response, and so does the handler: no adapter stands between them.
const app = new Hono().all("/api/easel/*", (context) => handler(context.req.raw));

serve({ fetch: app.fetch, port: Number(PORT) }, ({ port }) =>
  console.log(`http://localhost:${port}/api/easel/health`),
);
