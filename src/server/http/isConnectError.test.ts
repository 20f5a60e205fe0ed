import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { nodeFetch } from "../adapters/nodeFetch.ts";
import type { Backend } from "../backends/backend.ts";
import { segmind } from "../backends/segmind.ts";
import { isConnectError } from "./isConnectError.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => onSocket(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return (server.address() as { port: number }).port;
}

async function closedPort(): Promise<number> {
  const port = await listen(() => undefined);
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  return port;
}

/** Addresses where no request can arrive. */
const unreachable: Readonly<Record<string, () => Promise<string>>> = {
  "a closed port": async () => `http://127.0.0.1:${await closedPort()}`,
  "a closed port behind a name with several addresses": async () =>
    `http://localhost:${await closedPort()}`,
  "a name without an address": async () => "https://nothing.invalid",
  "a port that speaks no TLS": async () =>
    `https://127.0.0.1:${await listen((socket) => void socket.on("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")))}`,
  "a server that hangs up before TLS": async () =>
    `https://127.0.0.1:${await listen((socket) => void socket.destroy())}`,
};

const submit = (backend: Backend) => {
  const stack = createTestStack({ handler: { backend } });
  return stack.submit({ prompt: "a red fox" });
};

const key = "SG_0123456789abcdef";

describe.each(Object.entries(unreachable))("%s", (_, getAddress) => {
  test.each([
    ["fetch", undefined],
    ["nodeFetch", nodeFetch()],
  ])("recognizes with %s that nothing was sent or charged", async (_name, send) => {
    const baseUrl = await getAddress();
    const backend = segmind({ apiKey: key, baseUrl, fetch: send });
    expect(await submit(backend)).toMatchObject({
      status: 502,
      body: { code: "upstream_unreachable", charged: "no", retry: "safe" },
    });
    await expect(backend.getStatus(crypto.randomUUID(), {})).rejects.toMatchObject({
      code: "upstream_unavailable",
    });
  });

  test("reports a custom backend's read as unavailable, and its submit as possibly sent", async () => {
    const address = await getAddress();
    const paid = vi.fn();
    const call = async (): Promise<never> => {
      paid();
      await fetch(address, { method: "POST", body: "{}" });
      throw new Error("It answered.");
    };
    const backend: Backend = { submit: call, getStatus: call, getResult: call };
    const stack = createTestStack({ handler: { backend } });
    const attempt = { "idempotency-key": "attempt-1" };
    expect(await stack.submit({ prompt: "a red fox" }, attempt)).toMatchObject({
      body: { code: "internal", charged: "unknown", retry: "unsafe" },
    });
    expect((await stack.submit({ prompt: "a red fox" }, attempt)).status).toBe(409);
    expect(paid).toHaveBeenCalledOnce();

    const taken = { requestId: crypto.randomUUID(), state: "queued" } as const;
    const reading = createTestStack({
      handler: { backend: { ...backend, submit: () => Promise.resolve(taken) } },
    });
    const { body } = await reading.submit({ prompt: "a red fox" });
    expect(await reading.poll(body["request_id"])).toMatchObject({
      body: { code: "upstream_unavailable" },
    });
  });
});

test.each([
  ["fetch", undefined],
  ["nodeFetch", nodeFetch()],
])("throws submit_unknown with %s if a connection breaks", async (_, send) => {
  const port = await listen((socket) => void socket.once("data", () => socket.destroy()));
  const backend = segmind({ apiKey: key, baseUrl: `http://127.0.0.1:${port}`, fetch: send });
  expect(await submit(backend)).toMatchObject({
    body: { code: "submit_unknown", charged: "unknown", retry: "unsafe" },
  });
});

/** Redirects that the client refuses to follow, once the first request was sent. */
const redirects = ["http://[", "http://127.0.0.1:1/", "ftp://127.0.0.1/"];

const redirectTo = (location: string): Promise<number> =>
  listen((socket) =>
    socket.once("data", () =>
      socket.end(`HTTP/1.1 307 Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`),
    ),
  );

test.each(redirects)("returns false for a followed redirect to %s", async (location) => {
  const address = `http://127.0.0.1:${await redirectTo(location)}`;
  const thrown: unknown = await fetch(address, { method: "POST", body: "{}" }).catch(
    (cause: unknown) => cause,
  );
  expect(thrown).toBeInstanceOf(TypeError);
  expect(isConnectError(thrown)).toBe(false);
});

test.each([
  ["fetch", undefined],
  ["nodeFetch", nodeFetch()],
  ["a custom fetch", (request: Request) => fetch(request)],
])("doesn't follow a redirect to a closed port with %s", async (_, send) => {
  const port = await redirectTo(`http://127.0.0.1:${await closedPort()}/`);
  const backend = segmind({ apiKey: key, baseUrl: `http://127.0.0.1:${port}`, fetch: send });
  expect(await submit(backend)).toMatchObject({ body: { charged: "unknown", retry: "unsafe" } });
});

test("distinguishes a connection timeout from a response timeout with nodeFetch", async () => {
  const send = nodeFetch({ maxSockets: 1 });
  const silent = `http://127.0.0.1:${await listen(() => undefined)}/`;
  const ask = (address: string, timeoutMs: number) =>
    send.plain?.({ address, method: "POST", headers: {}, timeoutMs, maxBytes: 1 });
  const [answer, place, secure] = await Promise.allSettled([
    ask(silent, 400),
    // Waits for the only socket, which the call before has longer than this one waits.
    ask(silent, 50),
    // The server never answers the TLS greeting.
    ask(silent.replace("http:", "https:"), 50),
  ]);
  expect(
    [answer, place, secure].map((end) => isConnectError((end as { reason?: unknown }).reason)),
  ).toEqual([false, true, true]);
});

const error = (fields: object): Error =>
  Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("x"), fields) });

test.each<[string, unknown]>([
  ["a temporary DNS failure", error({ code: "EAI_AGAIN" })],
  ["a network without a route", error({ code: "ENETUNREACH", syscall: "connect" })],
  ["undici's connection timeout", error({ code: "UND_ERR_CONNECT_TIMEOUT" })],
  ["the system's connection timeout", error({ code: "ETIMEDOUT", syscall: "connect" })],
  ["an expired certificate", error({ code: "CERT_HAS_EXPIRED" })],
  ["a certificate for another host", error({ code: "ERR_TLS_CERT_ALTNAME_INVALID" })],
  ["a self-signed certificate", error({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" })],
  ["a Bun error without a cause", Object.assign(new TypeError("x"), { code: "ConnectionRefused" })],
  [
    "a Bun TLS error",
    Object.assign(new TypeError("EPROTO: The TLS handshake failed. Does the server speak TLS?"), {
      code: "EPROTO",
    }),
  ],
  [
    "a Deno error",
    new TypeError(
      "error sending request for url (http://x.example/): client error (Connect): tcp connect error",
    ),
  ],
  [
    "refused connections to several addresses",
    error({ errors: [error({ code: "ECONNREFUSED" }), error({ code: "ENETUNREACH" })] }),
  ],
])("returns true for %s", (_, thrown) => {
  expect(isConnectError(thrown)).toBe(true);
});

const circular = new Error("round");
circular.cause = circular;

test.each<[string, unknown]>([
  ["a reset", error({ code: "ECONNRESET", syscall: "read" })],
  ["a route lost during a read", error({ code: "EHOSTUNREACH", syscall: "read" })],
  ["a timeout during a read", error({ code: "ETIMEDOUT", syscall: "read" })],
  ["an unspecified timeout", error({ code: "ETIMEDOUT" })],
  ["undici's response timeout", error({ code: "UND_ERR_HEADERS_TIMEOUT" })],
  ["a TLS alert after the handshake", error({ code: "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC" })],
  [
    "several attempts, one of which was sent",
    error({ errors: [error({ code: "ECONNREFUSED" }), error({ code: "ECONNRESET" })] }),
  ],
  ["an error message from a service", new Error("client error (Connect), wrong version number")],
  ["an unspecific error from workerd", new Error("Network connection lost.")],
  ["an invalid URL, possibly from a redirect", error({ code: "ERR_INVALID_URL" })],
  ["a string", "ECONNREFUSED"],
  ["undefined", undefined],
  ["an error that causes itself", circular],
])("returns false for %s", (_, thrown) => {
  expect(isConnectError(thrown)).toBe(false);
});
