// node server.js: the sandbox, or Segmind with SEGMIND_API_KEY and EASEL_SECRET (`openssl rand -base64 32`). With
// REDIS_URL, several instances share jobs and attempts.
import express from "express";
import { catalog } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, redisStore, segmind } from "react-easel/server";
import { closeOnSignal, nodeFetch, toNodeListener } from "react-easel/server/node";
import { createClient } from "redis";

const {
  SEGMIND_API_KEY: apiKey,
  EASEL_SECRET: secret,
  REDIS_URL: url,
  PORT = "3000",
} = process.env;

const auth = async () => ({ id: "fakeId" }); // fake: replace with your session

const options = {
  models: catalog,
  limits: { requestsPerMinute: 300, upstreamRequestsPerMinute: 60 },
  authorize: async () => {
    const user = await auth();
    return user && { userId: user.id };
  },
};

const redis = url ? await createClient({ url }).connect() : undefined;
const store = redis && redisStore(redis);
const handler = apiKey
  ? createHandler({
      ...options,
      backend: segmind({ apiKey, fetch: nodeFetch() }),
      secret,
      store,
    })
  : createSandboxHandler(options);

const app = express();
app.use("/api/easel", toNodeListener(handler));
const server = app.listen(Number(PORT), () =>
  console.log(`http://localhost:${PORT}/api/easel/health`),
);
server.keepAliveTimeout = 65_000; // longer than a proxy's 60 seconds
closeOnSignal(server, handler, { timeoutMs: 75_000, onClosed: () => redis?.close() });
