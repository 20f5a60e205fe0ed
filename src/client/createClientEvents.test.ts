import { expect, onTestFinished, test, vi } from "vitest";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobStatus } from "../protocol/wire.ts";
import { createClient } from "./createClient.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const encoder = new TextEncoder();

/** Creates a handler's event stream, which the test writes. */
function createStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const cancel = vi.fn<() => void>();
  const body = new ReadableStream<Uint8Array>({
    start: (own) => void (controller = own),
    cancel,
  });
  return {
    cancel,
    response: new Response(body, { headers: { "content-type": "text/event-stream" } }),
    write: (text: string) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
    fail: () => controller?.error(new TypeError("terminated")),
  };
}

/** Subscribes to one job with the given response, and collects the reported statuses. */
function follow(answer: Response | Promise<Response>, lastEventId?: string) {
  const fetcher = vi.fn<(request: Request) => Promise<Response>>(async () => answer);
  const client = createClient({ fetcher, events: true, headers: () => ({ "x-user": "ada" }) });
  const away = new AbortController();
  const reported: [JobStatus, string | undefined][] = [];
  const onAlive = vi.fn<() => void>();
  const ended = client
    .subscribe?.(id, {
      signal: away.signal,
      lastEventId,
      onAlive,
      onStatus: (status, eventId) => void reported.push([status, eventId]),
    })
    .then(
      () => "ended" as const,
      (error: EaselError) => error,
    );
  return { reported, onAlive, ended, away, sent: () => fetcher.mock.calls[0]?.[0] };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("streams only if events is true", () => {
  expect(createClient()).not.toHaveProperty("subscribe");
  expect(createClient({ events: true })).toHaveProperty("subscribe");
});

test("sends the same headers as other requests, and the last event ID", async () => {
  const stream = createStream();
  const { sent, ended } = follow(stream.response, "2");
  stream.end();
  await ended;
  expect(sent()?.url).toBe(`http://localhost/api/easel/v2/requests/${id}/events`);
  expect(Object.fromEntries(sent()?.headers ?? [])).toEqual({
    accept: "text/event-stream",
    "last-event-id": "2",
    "x-user": "ada",
  });
});

test("reads each event like a poll, even in several chunks", async () => {
  const stream = createStream();
  const { reported, onAlive, ended } = follow(stream.response);
  stream.write('retry: 2000\n\nid: 1\ndata: {"status":"QUE');
  stream.write(`UED","request_id":"${id}"}\n\n: still here\n\n`);
  await settled();
  expect(reported).toEqual([[{ requestId: id, state: "queued" }, "1"]]);
  expect(onAlive.mock.calls.length).toBeGreaterThan(0);
  stream.write(
    'event: other\ndata: {"status":"COMPLETED"}\n\nid: 3\r\ndata: {"status":"FAILED","error":"Too dark.","code":"run_failed"}\r\n\r\n',
  );
  stream.end();
  expect(await ended).toBe("ended");
  expect(reported).toHaveLength(2);
  expect(reported[1]).toMatchObject([
    { state: "failed", error: { code: "run_failed", message: "Too dark.", requestId: id } },
    "3",
  ]);
});

test("ends with the reason if the job is lost", async () => {
  const stream = createStream();
  const { ended } = follow(stream.response);
  stream.write('id: 3\nevent: lost\ndata: {"error":"Gone.","code":"job_not_found"}\n\n');
  stream.end();
  expect(await ended).toMatchObject({ code: "job_not_found", requestId: id });
});

test.each([-3_600_000, 3_600_000])(
  "corrects an event's retryAt when the host's clock is off by %d ms",
  async (skewMs) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_767_225_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    const stream = createStream();
    stream.response.headers.set("date", new Date(Date.now() + skewMs).toUTCString());
    const { ended } = follow(stream.response);
    const retryAt = Date.now() + skewMs + 30_000;
    const data = JSON.stringify({ error: "Wait.", code: "rate_limited", charged: "no", retryAt });
    stream.write(`event: lost\ndata: ${data}\n\n`);
    stream.end();
    expect(await ended).toMatchObject({ code: "rate_limited", retryAt: Date.now() + 30_000 });
  },
);

test("reports a damaged event as an error", async () => {
  const stream = createStream();
  const { ended, reported } = follow(stream.response);
  stream.write('data: {"status":\n\n');
  stream.end();
  expect(await ended).toMatchObject({ code: "bad_answer" });
  expect(reported).toEqual([]);
});

test("cancels a stream that sends an endless line", async () => {
  const stream = createStream();
  const { ended } = follow(stream.response);
  for (let times = 0; times < 4; times += 1) stream.write("x".repeat(500_000));
  expect(await ended).toMatchObject({ code: "network" });
  expect(stream.cancel).toHaveBeenCalled();
});

test("reports a broken connection as network", async () => {
  const stream = createStream();
  const { ended } = follow(stream.response);
  stream.write(": here\n\n");
  await settled();
  stream.fail();
  expect(await ended).toMatchObject({ code: "network" });
});

test.each([
  ["a page", new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } })],
  ["JSON", Response.json({ status: "QUEUED" })],
  ["a missing route", new Response("", { status: 404 })],
  ["a method that isn't allowed", new Response("", { status: 405 })],
  ["a type that isn't acceptable", new Response("", { status: 406 })],
  ["a gateway's page", new Response("<html>", { status: 502 })],
  ["a 401", new Response("", { status: 401 })],
])("rejects with an EaselError if the response is %s instead of a stream", async (_, answer) => {
  const { ended, reported } = follow(answer);
  expect(EaselError.is(await ended)).toBe(true);
  expect(reported).toEqual([]);
});

test("resolves when the handler has no more events", async () => {
  expect(await follow(new Response(null, { status: 204 })).ended).toBe("ended");
});

test("rejects immediately and cancels the stream when aborted", async () => {
  const stream = createStream();
  const { away, ended } = follow(stream.response);
  stream.write(": here\n\n");
  await settled();
  away.abort();
  expect(await ended).toMatchObject({ code: "aborted" });
  await settled();
  expect(stream.cancel).toHaveBeenCalled();
});
