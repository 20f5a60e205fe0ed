import { expect, test } from "vitest";
import { segmind } from "../server/backends/segmind.ts";
import { createSandbox } from "./createSandbox.ts";
import { createSandboxHandler } from "./createSandboxHandler.ts";
import { withCancel } from "./withCancel.ts";

const apiKey = "SG_0123456789abcdef";
const timing = { queueMs: 1_000, runMs: 2_000 };

async function setUp(cancel = true) {
  const sandbox = createSandbox({ apiKeys: [apiKey], cancel, timing });
  const { fetch } = sandbox;
  const backend = withCancel(segmind({ apiKey, fetch }), { apiKey, fetch });
  const before = sandbox.credits;
  const { requestId } = await backend.submit("sdxl-torch", { prompt: "a red fox" }, {});
  const stop = async () => {
    await backend.cancel?.(requestId, {});
    return backend.getStatus(requestId, {});
  };
  return { sandbox, stop, spent: () => before - sandbox.credits };
}

test("refunds a queued job", async () => {
  const { sandbox, stop, spent } = await setUp();
  sandbox.advance(999);
  expect(spent()).toBeGreaterThan(0);
  expect(await stop()).toMatchObject({
    state: "failed",
    error: { code: "run_canceled", charged: "no" },
    metrics: { queueTime: 0.999, inferenceTime: 0, cost: 0 },
  });
  expect(spent()).toBe(0);
});

test("charges a processing job in full, and stops its clock", async () => {
  const { sandbox, stop, spent } = await setUp();
  sandbox.advance(1_500);
  const canceled = {
    state: "failed",
    error: { code: "run_canceled", charged: "yes" },
    metrics: { queueTime: 1, inferenceTime: 0.5, cost: 0.008 },
  };
  expect(await stop()).toMatchObject(canceled);
  sandbox.advance(60_000);
  expect(await stop()).toMatchObject(canceled);
  expect(spent()).toBeCloseTo(0.008);
});

test("doesn't change a job that has ended", async () => {
  const { sandbox, stop, spent } = await setUp();
  sandbox.advance(3_000);
  expect(await stop()).toMatchObject({ state: "completed" });
  expect(spent()).toBeGreaterThan(0);
});

test("has no route to cancel jobs by default, like Segmind", async () => {
  const { stop, sandbox } = await setUp(false);
  await expect(stop()).rejects.toMatchObject({ code: "job_not_found" });
  expect(sandbox.log.at(-1)).toMatchObject({ step: "cancel", status: 404 });
  expect(segmind({ apiKey })).not.toHaveProperty("cancel");
});

test.each([
  [true, 422],
  [undefined, 404],
])("createSandboxHandler with cancel: %s answers %s", async (cancel, status) => {
  const handler = createSandboxHandler({ cancel, name: `cancel ${String(cancel)}`, speed: 0.01 });
  const post = (path: string) =>
    handler(
      new Request(`https://host.example/api/easel/v2/${path}`, {
        method: "POST",
        body: JSON.stringify({ prompt: "a red fox" }),
        headers: { "content-type": "application/json" },
      }),
    );
  const submitted = (await (await post("sdxl-torch")).json()) as { request_id: string };
  const answer = await post(`requests/${submitted.request_id}/cancel`);
  expect(answer.status).toBe(status);
});
