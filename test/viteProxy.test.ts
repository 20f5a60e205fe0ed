import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { toNodeListener } from "react-easel/server/node";
import { createServer as createVite } from "vite";
import { afterEach, expect, test } from "vitest";
import { createTestStack } from "./createTestStack.ts";

const closers: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Posts a submit with a browser's headers, which `fetch` doesn't allow to be set. */
function post(
  port: number,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        method: "POST",
        path: "/api/easel/v2/sdxl-torch",
        headers: { host: `localhost:${port}`, "content-type": "application/json", ...headers },
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8").on("data", (part: string) => void (text += part));
        incoming.on("end", () => resolve({ status: incoming.statusCode, text }));
      },
    );
    outgoing.on("error", reject).end(JSON.stringify({ prompt: "a red fox" }));
  });
}

test("reaches the app through Vite's dev server proxy", async () => {
  const { handler } = createTestStack();
  const api = await listen(createServer(express().use("/api/easel", toNodeListener(handler))));
  const vite = await createVite({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "silent",
    optimizeDeps: { noDiscovery: true },
    server: {
      port: 0,
      host: "127.0.0.1",
      hmr: false,
      ws: false,
      watch: null,
      // Vite's shorthand changes the Host header to the target's.
      proxy: { "/api/easel": `http://localhost:${api}` },
    },
  });
  closers.push(() => vite.close());
  await vite.listen();
  const port = Number(new URL(vite.resolvedUrls?.local[0] ?? "").port);
  const origin = `http://localhost:${port}`;

  expect(await post(port, { origin, "sec-fetch-site": "same-origin" })).toMatchObject({
    status: 200,
  });

  // Browsers send Sec-Fetch-Site only over HTTPS and to localhost.
  const { status, text } = await post(port, { origin });
  expect(status).toBe(403);
  expect(JSON.parse(text)).toMatchObject({ code: "cross_site", charged: "no" });
  for (const part of [origin, `http://localhost:${api}`, "allowedOrigins", "trustProxy"]) {
    expect(text).toContain(part);
  }
  expect(await post(port, { origin, "sec-fetch-site": "cross-site" })).toMatchObject({
    status: 403,
  });
});

test("accepts the app's origin behind a TLS proxy that adds the default port", async () => {
  const { handler } = createTestStack();
  const origin = "https://app.example";
  for (const trustProxy of [false, true]) {
    const port = await listen(createServer(toNodeListener(handler, { trustProxy })));
    for (const headers of [
      { host: "app.example:443" },
      { host: "app.example:443", "x-forwarded-proto": "https" },
      {
        host: "10.0.0.5:3000",
        "x-forwarded-host": "app.example:443",
        "x-forwarded-proto": "https",
      },
      { host: "10.0.0.5:3000", forwarded: "for=1.2.3.4;host=app.example:443;proto=https" },
    ]) {
      expect(await post(port, { origin, ...headers })).toMatchObject({ status: 200 });
    }
    expect(await post(port, { origin, host: "other.example:443" })).toMatchObject({ status: 403 });
  }
});
