import { expect, test, vi } from "vitest";
import { createTestStack } from "../../test/createTestStack.ts";
import { createClient } from "./createClient.ts";

const answering = (status: number, body: object) => {
  const fetcher = vi.fn(async (_request: Request) => Response.json(body, { status }));
  return { client: createClient({ fetcher }), fetcher };
};

test("sends one request without a body, and resolves with the job's status", async () => {
  const { client, fetcher } = answering(200, { status: "PROCESSING", request_id: "job-1" });
  expect(await client.cancelJob?.("job-1")).toMatchObject({
    requestId: "job-1",
    state: "processing",
  });
  expect(fetcher).toHaveBeenCalledOnce();
  const request = fetcher.mock.calls[0]?.[0];
  expect(request).toMatchObject({
    method: "POST",
    url: "http://localhost/api/easel/v2/requests/job-1/cancel",
  });
  expect(await request?.text()).toBe("");
});

test("rejects with the handler's error, and doesn't repeat the request", async () => {
  const error = { error: "x", code: "rate_limited", charged: "no", retry: "after" };
  const { client, fetcher } = answering(429, error);
  await expect(client.cancelJob?.("job-1")).rejects.toMatchObject({
    code: "rate_limited",
    requestId: "job-1",
  });
  fetcher.mockRejectedValueOnce(new TypeError("offline"));
  await expect(client.cancelJob?.("job-1")).rejects.toMatchObject({ code: "network" });
  expect(fetcher).toHaveBeenCalledTimes(2);
});

test("sends nothing for an ID that would change the path", async () => {
  const { client, fetcher } = answering(200, {});
  await expect(client.cancelJob?.("../config")).rejects.toMatchObject({ code: "job_not_found" });
  expect(fetcher).not.toHaveBeenCalled();
});

test("stops a job at a handler that says it can", async () => {
  const { client } = createTestStack({ sandbox: { cancel: true } });
  expect(await client.getConfig?.()).toMatchObject({ canCancel: true });
  const { requestId } = await client.submit("sdxl-torch", { prompt: "a red fox" });
  const status = await client.cancelJob?.(requestId);
  expect(status).toMatchObject({ requestId, state: "failed" });
  expect(status?.error).toMatchObject({ code: "run_canceled", charged: "no", retry: "safe" });
});
