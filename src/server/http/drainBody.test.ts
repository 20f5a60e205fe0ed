import { afterEach, expect, test, vi } from "vitest";
import { drainBody } from "./drainBody.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** A request whose body has no end, and how much of it was read. */
function endless(headers: Record<string, string> = {}) {
  const read = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read.bytes += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", headers, body, duplex: "half" };
  return { request: new Request("https://host.example/", init), read };
}

test("reads a body to its end, but at most 16 MB", async () => {
  const short = new Request("https://host.example/", { method: "POST", body: "x".repeat(200_000) });
  await drainBody(short);
  expect(short.bodyUsed).toBe(true);
  const { request, read } = endless();
  await drainBody(request);
  expect(read.bytes).toBe(16_000_000);
  expect(request.body?.locked).toBe(false);
});

test("doesn't read a body that declares a larger size or has a reader", async () => {
  const long = endless({ "content-length": "16000001" });
  await drainBody(long.request);
  expect(long.read.bytes).toBe(0);
  const other = endless();
  const reader = other.request.body?.getReader();
  await drainBody(other.request);
  expect((await reader?.read())?.value).toHaveLength(100_000);
});

test("stops after 5 seconds for a stalled body, and immediately for a broken one", async () => {
  vi.useFakeTimers();
  const stalled = new ReadableStream();
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
  const post = (body: ReadableStream) =>
    new Request("https://host.example/", { method: "POST", body, duplex: "half" } as RequestInit);
  await drainBody(post(broken));
  const request = post(stalled);
  const drained = drainBody(request);
  await vi.advanceTimersByTimeAsync(5_000);
  await drained;
  expect(request.body?.locked).toBe(false);
});
