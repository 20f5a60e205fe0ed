// node server.js, with SEGMIND_API_KEY and EASEL_SECRET (`openssl rand -base64 32`) in the environment.
import express from "express";
import { catalog } from "react-easel/models";
import { createHandler, segmind } from "react-easel/server";
import { toNodeListener } from "react-easel/server/node";

const { SEGMIND_API_KEY: apiKey = "", EASEL_SECRET: secret = "", PORT = "3000" } = process.env;

const handler = createHandler({
  backend: segmind({ apiKey }),
  models: catalog,
  // Yours: who is asking, by your own session.
  authorize: "public",
  limits: { requestsPerMinute: 300 },
  secret,
});

const app = express();
app.use("/api/easel", toNodeListener(handler));
app.listen(Number(PORT), () => console.log(`http://localhost:${PORT}/api/easel/health`));
