import { expect, test, vi } from "vitest";
import { createClient } from "./createClient.ts";

function clientOf(...answers: readonly Record<string, string>[]) {
  const left = [...answers];
  const fetcher = vi.fn(async (_request: Request) => {
    const headers = left.shift();
    if (!headers) throw new TypeError("offline");
    return Response.json({ status: "QUEUED" }, { headers });
  });
  return { client: createClient({ fetcher }), fetcher };
}

const kept = { "easel-attempts": "kept" };

test("finds out with one free request whether the backend keeps attempts", async () => {
  const { client, fetcher } = clientOf(kept);
  expect(await client.keepsAttempts?.()).toBe(true);
  expect(await client.keepsAttempts?.()).toBe(true);
  expect(fetcher).toHaveBeenCalledOnce();
  expect(fetcher.mock.calls[0]?.[0]).toMatchObject({
    method: "GET",
    url: "http://localhost/api/easel/config",
  });
});

test("reads from any response whether the backend keeps attempts", async () => {
  const { client, fetcher } = clientOf(kept);
  await client.getStatus("job-1");
  expect(await client.keepsAttempts?.()).toBe(true);
  expect(fetcher).toHaveBeenCalledOnce();
});

test("treats a missing header as not keeping attempts, and rejects if the request fails", async () => {
  expect(await clientOf({}).client.keepsAttempts?.()).toBe(false);
  expect(await clientOf({ "easel-attempts": "no" }).client.keepsAttempts?.()).toBe(false);
  await expect(clientOf().client.keepsAttempts?.()).rejects.toMatchObject({ code: "network" });
});

test("has an address, unless a custom fetcher may not use one", () => {
  const fetcher = () => Promise.reject(new Error("unused"));
  expect(createClient().address).toBe("/api/easel");
  expect(createClient({ baseUrl: "/images/" }).address).toBe("/images");
  expect(createClient({ baseUrl: "/images", fetcher }).address).toBe("/images");
  expect(createClient({ fetcher })).not.toHaveProperty("address");
});
