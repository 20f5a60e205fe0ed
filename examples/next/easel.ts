import { catalog, limit, sdxlTorch } from "react-easel/models";
import { createSandbox } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";

const {
  SEGMIND_API_KEY: apiKey,
  EASEL_SECRET: secret,
  ORIGIN: origin = "http://localhost:3000",
  NODE_ENV,
} = process.env;

// Without a key the pictures are the sandbox's: drawn here, served here, and free.
const files = "/api/easel/sandbox-files";
const sandbox = createSandbox({ now: () => Date.now(), filesUrl: origin + files });
const backend = apiKey
  ? segmind({ apiKey })
  : segmind({ apiKey: "SG_0123456789abcdef", fetch: sandbox.fetch, assetOrigins: [origin] });

const handler = createHandler({
  backend,
  models: [limit(sdxlTorch, { samples: { max: 2 } }), ...catalog.slice(1)],
  // Yours: who is asking, by your own session. "public" lets everybody spend your credits.
  authorize: "public",
  limits: { requestsPerMinute: 300 },
  // Yours: `openssl rand -base64 32`, the same on every instance.
  secret:
    secret ??
    (NODE_ENV === "production" && apiKey ? "" : "a secret for trying it out on this machine"),
});

export function answer(request: Request): Promise<Response> {
  const isFile = !apiKey && new URL(request.url).pathname.startsWith(files);
  return isFile ? sandbox.fetch(request) : handler(request);
}
