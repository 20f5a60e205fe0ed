import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startRedis } from "../../scripts/redis.mjs";

const redis = await startRedis();

const script = fileURLToPath(new URL("../../scripts/redisInstance.mjs", import.meta.url));
const running: ChildProcess[] = [];

/** Submits recorded by the service, which responds only while the gate is open. */
const submits: string[] = [];
const gate = { isOpen: true };
const service = createServer((request, response) => {
  if (request.method === "POST") submits.push(request.url ?? "");
  request.resume();
  if (!gate.isOpen) return;
  response.setHeader("content-type", "application/json");
  // Gives the second process time to send its request while the first one waits.
  setTimeout(() => response.end(JSON.stringify({ request_id: crypto.randomUUID() })), 200);
});

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  service.closeAllConnections();
  service.close();
  await redis.stop();
});

async function startInstance(prefix: string, aheadMs = 0) {
  const { port } = service.address() as AddressInfo;
  const options = { redis: redis.url, prefix, aheadMs, upstream: `http://127.0.0.1:${port}` };
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  const [words] = (await once(child.stdout, "data")) as [Buffer];
  const submit = async (key: string) => {
    const response = await fetch(`http://127.0.0.1:${Number(words)}/api/easel/v2/sdxl-torch`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ prompt: "a red fox" }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, body };
  };
  return { child, submit };
}

describe("two processes on one Redis", () => {
  test("sends racing submits once, and never repeats one whose process died", async () => {
    service.listen(0, "127.0.0.1");
    await once(service, "listening");
    const prefix = "processes:";
    const [one, other, later] = await Promise.all([
      startInstance(prefix),
      startInstance(prefix),
      startInstance(prefix, 80_000),
    ]);

    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => (index % 2 ? one : other).submit("raced")),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body["request_id"])).size).toBe(1);
    expect(submits).toHaveLength(1);

    gate.isOpen = false;
    const cut = one.submit("cut").catch((error: unknown) => error);
    await vi.waitFor(() => expect(submits).toHaveLength(2));
    one.child.kill("SIGKILL");
    expect(await cut).toBeInstanceOf(Error);
    gate.isOpen = true;
    for (let again = 0; again < 3; again += 1) {
      expect(await later.submit("cut")).toMatchObject({
        status: 409,
        body: { code: "submit_unknown", charged: "unknown", retry: "unsafe" },
      });
    }
    expect(submits).toHaveLength(2);
  }, 60_000);
});
