import { afterEach, describe, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { mounts, serve } from "../../../test/mounts.ts";
import { openConnection } from "../../../test/openConnection.ts";
import { toNodeListener } from "./toNodeListener.ts";

const closings: (() => unknown)[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const close of closings.splice(0).toReversed()) await close();
});

type Mounted = keyof typeof mounts;

async function setUp(mount: Mounted) {
  const { handler } = createTestStack({
    handler: {
      authorize: (request) =>
        request.headers.get("cookie") === "session=ada" ? { userId: "ada" } : null,
      limits: { bodyBytes: 100_000 },
    },
  });
  const { port, close } = (await mounts[mount]?.(handler, "/api/easel")) ?? {};
  if (port === undefined || close === undefined) throw new Error(`${mount} has no server.`);
  const connection = openConnection(port);
  closings.push(close, connection.destroy);
  return connection;
}

interface Post {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly size: number;
  readonly chunked?: boolean;
}

const user = { cookie: "session=ada" };
const json = { "content-type": "application/json" };

function headOf({ path = "v2/sdxl-torch", headers = {}, size, chunked }: Post): string {
  const length = chunked ? "transfer-encoding: chunked" : `content-length: ${size}`;
  const lines = Object.entries({ ...json, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`POST /api/easel/${path} HTTP/1.1`, "host: localhost", length, ...lines, "", ""].join(
    "\r\n",
  );
}

function bodyOf({ size, chunked }: Post): string {
  const body = "x".repeat(size);
  return chunked ? `${size.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body;
}

const health = "GET /api/easel/health HTTP/1.1\r\nhost: localhost\r\n\r\n";

const refusals: Record<string, readonly [number, Omit<Post, "size">]> = {
  "a body without a user": [401, {}],
  "a body from another site": [403, { headers: { ...user, origin: "https://evil.example" } }],
  "a body for an unknown route": [404, { path: "nothing", headers: user }],
  "a body for a GET route": [405, { path: "credits", headers: user }],
  "a body that is too large": [413, { headers: user }],
  "a body that isn't JSON": [415, { headers: { ...user, "content-type": "text/plain" } }],
};

const servers: readonly Mounted[] = ["node:http", "Express 5", "Fastify", "Next, Pages Router"];

describe.each(servers)("%s", (mount) => {
  test.each(Object.entries(refusals))(
    "processes the next request after refusing %s",
    async (_, [status, post]) => {
      for (const chunked of [false, true]) {
        const connection = await setUp(mount);
        const sent = { ...post, size: 200_000, chunked };
        connection.write(headOf(sent) + bodyOf(sent) + health);
        const refused = await connection.read();
        expect(refused.status).toBe(status);
        // Without a length, it is known to be too large only once more than the limit was read.
        if (status === 413 && chunked) await connection.closed;
        else expect((await connection.read()).status).toBe(200);
      }
    },
  );

  test("responds to OPTIONS with a body as it does without one", async () => {
    const connection = await setUp(mount);
    const head = headOf({ size: 200_000, headers: user }).replace("POST", "OPTIONS");
    connection.write(head + "x".repeat(200_000));
    expect((await connection.read()).status).toBe(204);
  });

  test("responds to a body that is too large to discard, and closes the connection without a reset", async () => {
    const connection = await setUp(mount);
    const sent = { size: 17_000_000 };
    connection.write(headOf(sent));
    const refused = await connection.read();
    expect([refused.status, refused.headers["connection"]]).toEqual([401, "close"]);
    connection.write(bodyOf(sent));
    await connection.closed;
  });
});

test("closes the connection even if the app creates the response itself", async () => {
  const { port, close } = await serve(
    toNodeListener(async (request) => {
      expect(request.method).toBe("POST");
      return new Response("no", { status: 401, headers: { "content-length": "2" } });
    }),
  );
  const connection = openConnection(port);
  closings.push(close, connection.destroy);
  const sent = { size: 17_000_000 };
  connection.write(headOf(sent));
  expect(await connection.read()).toMatchObject({
    text: "no",
    headers: { connection: "close" },
  });
  connection.write(bodyOf(sent));
  await connection.closed;
});

test("discards the body of an invalid request, and closes the connection immediately", async () => {
  // Without ten seconds to wait for the body.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const head = headOf({ size: 200_000 });
  for (const wrong of [
    head.replace("localhost", "127.0.0.1:99999"),
    head.replace("POST", "TRACE"),
  ]) {
    const connection = await setUp("node:http");
    connection.write(wrong + "x".repeat(200_000));
    expect((await connection.read()).status).toBe(400);
    await connection.closed;
  }
});

test("waits at most five seconds for a body that stalls", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const connection = await setUp("node:http");
  connection.write(headOf({ size: 200_000 }) + "x");
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await connection.read()).headers["connection"]).toBe("close");
  await vi.advanceTimersByTimeAsync(10_000);
  await connection.closed;
});

test("stops reading an endless body at the limit", async () => {
  const connection = await setUp("node:http");
  connection.write(headOf({ size: 1_000_000_000 }) + "x".repeat(30_000_000));
  expect((await connection.read()).status).toBe(401);
  await connection.closed.catch(() => undefined);
});
