/** Serves the sandbox over HTTP: `npm run sandbox -- [--port 8787] [--host localhost] [--credits 100] [--requests-per-minute 60]`. */
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createServer as createVite } from "vite";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8787" },
    host: { type: "string", default: "localhost" },
    credits: { type: "string" },
    "requests-per-minute": { type: "string" },
  },
});

// Loads the TypeScript source, so that no build is required.
const vite = await createVite({
  root: fileURLToPath(new URL("..", import.meta.url)),
  server: { middlewareMode: true, ws: false, watch: null },
  configFile: false,
  appType: "custom",
  optimizeDeps: { noDiscovery: true, include: [] },
  logLevel: "error",
});
const { createSandbox } = await vite.ssrLoadModule("/src/exports/sandbox.ts");
const origin = `http://${values.host}:${values.port}`;

const sandbox = createSandbox({
  now: () => Date.now(),
  filesUrl: `${origin}/files`,
  ...(values.credits ? { credits: Number(values.credits) } : {}),
  ...(values["requests-per-minute"]
    ? { requestsPerMinute: Number(values["requests-per-minute"]) }
    : {}),
});

const server = createServer((request, response) => {
  const listener = createRequestListener(async (webRequest) => {
    try {
      return await sandbox.fetch(webRequest);
    } catch (error) {
      // Faults that break the connection throw a TypeError, so break the real connection too.
      if (!(error instanceof TypeError)) console.error(error);
      request.socket.destroy();
      return new Response();
    }
  });
  listener(request, response);
});

server.on("error", (error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${values.port} is in use, so the sandbox can't start. Choose another port: npm run sandbox -- --port 8788`
      : error,
  );
  process.exit(1);
});

server.listen(Number(values.port), values.host, () => {
  console.log(`The sandbox is running at ${origin} and accepts any key in the format SG_0123456789abcdef.

curl ${origin}/v2/sdxl-torch -H 'x-api-key: SG_0123456789abcdef' \\
  -H 'content-type: application/json' -d '{"prompt":"a lighthouse above the sea at dusk"}'`);
});

process.once("SIGINT", () => process.exit(0));
process.once("SIGTERM", () => process.exit(0));
