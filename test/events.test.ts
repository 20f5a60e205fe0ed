import { runJob, type EaselError } from "react-easel/client";
import { sdxlTorch } from "react-easel/models";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack, type TestStack } from "./createTestStack.ts";
import { heldClock, holdTime, settle } from "./heldTime.ts";

beforeEach(holdTime);
afterEach(() => void vi.useRealTimers());

const sandbox = { ...heldClock, timing: { queueMs: 2_000, runMs: 5_000 } };

/** Creates a stack with event streams and slow jobs, and counts its polls and streams. */
function createStreaming(change: (stream: Response) => Response = (same) => same) {
  const asked = { status: 0, events: 0 };
  const stack = createTestStack({
    sandbox,
    client: { events: true },
    intercept: async (request, handler) => {
      const kind = /\/(status|events)$/.exec(request.url)?.[1];
      if (kind === "status" || kind === "events") asked[kind] += 1;
      const response = await handler(request);
      return kind === "events" ? change(response) : response;
    },
  });
  return { ...stack, asked };
}

const fox = { prompt: "a red fox" };

/** Runs a job, and records the milliseconds from the start until each state was observed. */
async function run(stack: TestStack, input: { prompt: string } = fox) {
  const begun = Date.now();
  const observed: [string, number][] = [];
  const onStatus = ({ state }: { state: string }) => {
    if (observed.at(-1)?.[0] !== state) observed.push([state, Date.now() - begun]);
  };
  const ended = runJob(stack.client, sdxlTorch, input, { onStatus }).catch(
    (error: EaselError) => error,
  );
  return { ended: await settle(stack, ended), observed, tookMs: Date.now() - begun };
}

test("reports a job's end immediately over a working stream, with almost no polls", async () => {
  const streaming = createStreaming();
  const { asked } = streaming;
  await run(streaming);
  Object.assign(asked, { status: 0, events: 0 });
  const { ended, observed } = await run(streaming);
  expect(ended).toMatchObject({ images: [expect.anything()] });
  expect([observed[0]?.[0], observed.at(-1)?.[0]]).toEqual(["queued", "completed"]);
  expect(asked.events).toBe(1);
  // The test clock may be one step ahead of a stream that is opening.
  expect(asked.status).toBeLessThanOrEqual(1);
});

test("sends hardly more service requests for a stream than for polls", async () => {
  const [polling, streaming] = [createStreaming(notFound), createStreaming()];
  await run(polling);
  await run(streaming);
  expect(streaming.upstream.length).toBeLessThanOrEqual(polling.upstream.length + 3);
});

const notFound = () => new Response("", { status: 404 });
const silent = () =>
  new Response(new ReadableStream(), { headers: { "content-type": "text/event-stream" } });
const cut = (response: Response) =>
  new Response(
    response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          controller.enqueue(chunk);
          controller.terminate();
        },
      }),
    ),
    response,
  );
const page = () =>
  new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } });

test.each([
  ["is missing", notFound],
  ["stays silent", silent],
  ["breaks", cut],
  ["is a sign-in page", page],
  ["has no content", () => new Response(null, { status: 204 })],
])(
  "delays a job by at most one poll and loses no image for a stream that %s",
  async (_, change) => {
    const plain = await run(createTestStack({ sandbox }));
    const { ended, tookMs } = await run(createStreaming(change));
    expect(ended).toMatchObject({ images: [expect.anything()] });
    expect(tookMs).toBeLessThan(plain.tookMs + 3_000);
  },
);

test("reports a failed job with the same message from a stream and from a poll", async () => {
  const failing = { prompt: "a red fox sandbox:run-failed" };
  const { ended } = await run(createStreaming(), failing);
  const { ended: polled } = await run(createTestStack({ sandbox: heldClock }), failing);
  expect(ended).toMatchObject({ code: "run_failed", charged: "no" });
  expect((ended as EaselError).message).toBe((polled as EaselError).message);
});
