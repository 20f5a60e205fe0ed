import { expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import type { Handler } from "../handler/handler.ts";

async function setUp(options: Parameters<typeof createTestStack>[0] = {}) {
  const ids: string[] = [];
  const stack = createTestStack({
    ...options,
    handler: { beforeSubmit: ({ id }) => void ids.push(id), ...options.handler },
  });
  const { body } = await stack.submit({ prompt: "a red fox" });
  const handler: Handler = stack.handler;
  return { ...stack, handler, ids, ticket: String(body["request_id"]) };
}

test("returns the job of the user's ticket with the ID from beforeSubmit", async () => {
  const { handler, ids, ticket, sandbox } = await setUp();
  const before = Date.now();
  const { issuedAt, ...job } = await handler.readTicket(ticket, "ada");
  expect(job).toEqual({
    id: ids[0],
    requestId: sandbox.log[0]?.requestId,
    modelId: "sdxl-torch",
  });
  expect(issuedAt).toBeLessThanOrEqual(before);
});

test("throws an error with status 404 for a foreign, forged, truncated, expired, or non-string ticket", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const { handler, ticket, sandbox, createInstance } = await setUp();
  const other = createInstance({ secret: "another secret of thirty-two bytes or more" });
  const id = sandbox.log[0]?.requestId;
  const wrong: [Handler, unknown, string][] = [
    [handler, ticket, "bob"],
    [other.handler, ticket, "ada"],
    [handler, ticket.slice(0, -1), "ada"],
    [handler, ticket.replace("sdxl-torch", "sdxl-img2img"), "ada"],
    [handler, `${ticket} `, "ada"],
    [handler, id, "ada"],
    ...[undefined, null, 4, {}, [ticket], { toString: () => ticket }, ""].map(
      (value): [Handler, unknown, string] => [handler, value, "ada"],
    ),
  ];
  for (const [reader, value, user] of wrong) {
    await expect(reader.readTicket(value, user)).rejects.toMatchObject({
      code: "job_not_found",
      status: 404,
    });
  }
  vi.advanceTimersByTime(24 * 3_600_000 + 1);
  await expect(handler.readTicket(ticket, "ada")).rejects.toMatchObject({ status: 404 });
  vi.useRealTimers();
});

test.each(["", undefined, null])("throws without a user (%j)", async (user) => {
  const { handler, ticket } = await setUp();
  await expect(handler.readTicket(ticket, user as string)).rejects.toThrow(/userId is missing/);
});

test('accepts the user ID "public" with public access', async () => {
  const { handler, ticket } = await setUp({
    handler: { authorize: "public", limits: { requestsPerMinute: 60 } },
  });
  expect(await handler.readTicket(ticket, "public")).toMatchObject({ modelId: "sdxl-torch" });
});

test("rejects with not_configured without a secret", async () => {
  const { ticket, createInstance } = await setUp();
  const { handler } = createInstance({ secret: undefined });
  await expect(handler.readTicket(ticket, "ada")).rejects.toMatchObject({ code: "not_configured" });
});
