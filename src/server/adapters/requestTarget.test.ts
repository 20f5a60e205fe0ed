import { afterEach, describe, expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { mounts, serve } from "../../../test/mounts.ts";
import { openConnection } from "../../../test/openConnection.ts";
import {
  foreignSpellings,
  malformedSpellings,
  resolvedSpellings,
} from "../../../test/pathSpellings.ts";
import { toNodeListener } from "./toNodeListener.ts";

const closings: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

/** Mounts a handler and returns how to send one request on a separate connection. */
async function setUp(mount: string) {
  const { handler, events } = createTestStack({ handler: { expose: { credits: true } } });
  const { port, close } = (await mounts[mount]?.(handler, "/api/easel")) ?? {};
  if (port === undefined || close === undefined) throw new Error(`${mount} has no server.`);
  closings.push(close);
  const send = async (target: string, headers: readonly string[] = ["host: localhost"]) => {
    const connection = openConnection(port);
    closings.push(connection.destroy);
    connection.write([`GET ${target} HTTP/1.1`, ...headers, "", ""].join("\r\n"));
    return (await connection.read()).status;
  };
  return { send, events };
}

const servers = ["node:http", "Express 5", "Fastify", "Next, Pages Router"];
const credits = "/api/easel/credits";

describe.each(servers)("%s", (mount) => {
  test("routes only the canonical spelling of a path", async () => {
    const { send, events } = await setUp(mount);
    const sendAll = (targets: readonly string[]) =>
      Promise.all(targets.map(async (target) => `${await send(target)} ${target}`));
    for (const answer of await sendAll(resolvedSpellings("/api/easel"))) {
      expect(answer).toMatch(/^404 /);
    }
    // Fastify itself answers some with 400.
    for (const answer of await sendAll(foreignSpellings("/api/easel"))) {
      expect(answer).toMatch(/^40[04] /);
    }
    for (const answer of await sendAll(malformedSpellings("/api/easel"))) {
      expect(answer).toMatch(/^400 /);
    }
    expect(events.filter(({ type }) => type === "upstream")).toEqual([]);
    expect(await Promise.all([send(credits), send(`${credits}/`), send(`${credits}?x=1`)])).toEqual(
      [200, 200, 200],
    );
  });

  test("responds with 400 to a request line without a path", async () => {
    const { send } = await setUp(mount);
    expect(await send(`http://localhost${credits}`)).toBe(400);
  });
});

test.each([...servers, "Hono on Node"])(
  "%s: responds with 400 to an invalid Host header",
  async (mount) => {
    const { send } = await setUp(mount);
    const hosts = [
      "127.0.0.1:99999",
      "a b",
      "a/b",
      "a?b",
      "a#b",
      "user@a",
      "[::1",
      "%zz",
      "a:b",
      "a\tb",
    ];
    for (const host of [...hosts, `x${credits}?`]) {
      expect([host, await send("/api/easel/x", [`host: ${host}`])]).toEqual([host, 400]);
    }
  },
);

test("keeps the path even if a trusted forwarded host contains another one", async () => {
  const seen: string[] = [];
  const { port, close } = await serve(
    toNodeListener(
      async ({ url }) => {
        seen.push(url);
        return new Response();
      },
      { trustProxy: true },
    ),
  );
  closings.push(close);
  for (const method of ["GET", "POST"]) {
    const connection = openConnection(port);
    closings.push(connection.destroy);
    const lines = ["host: localhost", "content-length: 0", `x-forwarded-host: x${credits}?`];
    connection.write([`${method} /open HTTP/1.1`, ...lines, "", ""].join("\r\n"));
    await connection.read();
  }
  expect(seen.map((url) => new URL(url).pathname)).not.toContain(credits);
});
