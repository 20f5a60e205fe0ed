import { afterAll, expect, test } from "vitest";
import { startNginx } from "../../scripts/nginx.mjs";
import { createTestStack } from "../createTestStack.ts";
import { mounts } from "../mounts.ts";

const closings: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

const headers = { "content-type": "application/json" };

const body = "x".repeat(200_000);

/** Large requests that are rejected before their bodies are read. */
const refusals: readonly (readonly [number, string, RequestInit])[] = [
  [401, "v2/sdxl-torch", { headers, body }],
  [401, "v2/sdxl-torch", { headers, body: "x".repeat(3_000_000) }],
  [404, "nothing", { headers, body }],
  [413, "v2/sdxl-torch", { headers: { ...headers, cookie: "user=eve" }, body }],
];

test.each(["node:http", "Express 5", "Fastify", "Next, Pages Router", "Hono on Node"])(
  "%s behind nginx: keeps other users' submits working while it rejects bodies",
  async (mount) => {
    const { handler, countCalls } = createTestStack({
      handler: {
        authorize: (request) => {
          const userId = /^user=(\w+)$/.exec(request.headers.get("cookie") ?? "")?.[1];
          return userId === undefined ? null : { userId };
        },
        limits: { bodyBytes: 100_000 },
      },
    });
    const mounted = await mounts[mount]?.(handler, "/api/easel");
    if (mounted?.port === undefined || !mounted.close) throw new Error(`${mount} has no server.`);
    closings.push(mounted.close);
    const nginx = await startNginx(mounted.port);
    closings.push(nginx.stop);
    const post = async (path: string, init: RequestInit): Promise<number> => {
      const url = `http://127.0.0.1:${nginx.port}/api/easel/${path}`;
      const answer = await fetch(url, { method: "POST", ...init });
      await answer.arrayBuffer();
      return answer.status;
    };

    const users = Array.from({ length: 16 }, (_, index) => `user${index}`);
    for (let round = 0; round < 5; round += 1) {
      const refused = refusals.flatMap((refusal) => [refusal, refusal, refusal]);
      // oxlint-disable-next-line eslint/no-await-in-loop -- later rounds reuse connections
      const [strangers, submits] = await Promise.all([
        Promise.all(refused.map(([, path, init]) => post(path, init))),
        Promise.all(
          users.map((user) =>
            post("v2/sdxl-torch", {
              headers: { ...headers, cookie: `user=${user}` },
              body: JSON.stringify({ prompt: "a red fox" }),
            }),
          ),
        ),
      ]);
      expect(strangers).toEqual(refused.map(([status]) => status));
      expect(submits).toEqual(users.map(() => 200));
    }
    expect(countCalls("submit")).toBe(5 * users.length);
  },
);
