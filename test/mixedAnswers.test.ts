import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "./createTestStack.ts";

const fox = { prompt: "a red fox" };
const ada = { "x-user": "ada" };
const bea = { "x-user": "bea" };

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** Creates a stack with a cache that can return the latest job's response. */
function setUp() {
  let isMixed = false;
  let lastAnswer = "{}";
  const stack = createTestStack({
    async fetch(request, sandbox) {
      if (request.method === "POST") {
        if (isMixed) return new Response(lastAnswer);
        const answer = await sandbox(request);
        lastAnswer = await answer.clone().text();
        return answer;
      }
      const { request_id: lastId } = JSON.parse(lastAnswer) as { readonly request_id: string };
      const url = request.url.replace(/requests\/[^/]+/, `requests/${lastId}`);
      return sandbox(isMixed ? new Request(url, request) : request);
    },
  });
  return { ...stack, mix: (on: boolean) => void (isMixed = on) };
}

test("rejects a response about another user's job as bad_answer without returning or storing it", async () => {
  const { submit, poll, fetchResult, mix, sandbox } = setUp();
  const { request_id: ticket } = (await submit(fox, ada)).body;
  await submit({ prompt: "a secret of bea" }, bea);
  sandbox.advance(60_000);
  mix(true);
  for (const read of [poll, fetchResult]) {
    // oxlint-disable-next-line eslint/no-await-in-loop
    const { status, body } = await read(ticket, { headers: ada });
    expect([status, body]).toMatchObject([502, { code: "bad_answer", retry: "safe" }]);
    expect(JSON.stringify(body)).not.toMatch(/secret|images/);
  }
  mix(false);
  vi.advanceTimersByTime(1_000);
  const { body } = await fetchResult(ticket, { headers: ada });
  expect(body).toMatchObject({ status: "COMPLETED", prompt: "a red fox" });
});

test("reports a submit answered with another user's job as possibly charged, without a ticket", async () => {
  const { submit, fetchResult, mix, sandbox } = setUp();
  const first = await submit(fox, ada);
  mix(true);
  const { status, body } = await submit(fox, bea);
  expect([status, body]).toMatchObject([
    502,
    { code: "submit_unreadable", charged: "unknown", retry: "unsafe" },
  ]);
  expect(body["request_id"]).toBeUndefined();
  sandbox.advance(60_000);
  const own = await fetchResult(first.body["request_id"], { headers: ada });
  expect(own.body["status"]).toBe("COMPLETED");
});
