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

/** Milliseconds from the start until each state was observed. */
async function run(stack: TestStack, input: { prompt: string } = fox) {
  const begun = Date.now();
  const heard: [string, number][] = [];
  const onStatus = ({ state }: { state: string }) => {
    if (heard.at(-1)?.[0] !== state) heard.push([state, Date.now() - begun]);
  };
  const ended = runJob(stack.client, sdxlTorch, input, { onStatus }).catch(
    (error: EaselError) => error,
  );
  return { ended: await settle(stack, ended), heard, tookMs: Date.now() - begun };
}

test("over a stream that was seen to work a job's end is heard of at once, and hardly anybody looks", async () => {
  const streaming = createStreaming();
  const { asked } = streaming;
  await run(streaming);
  Object.assign(asked, { status: 0, events: 0 });
  const { ended, heard } = await run(streaming);
  expect(ended).toMatchObject({ images: [expect.anything()] });
  expect([heard[0]?.[0], heard.at(-1)?.[0]]).toEqual(["queued", "completed"]);
  expect(asked.events).toBe(1);
  // The held clock may be a step ahead of an opening stream.
  expect(asked.status).toBeLessThanOrEqual(1);
});

test("the handler asks the service hardly more often for a stream than for looks", async () => {
  const [looking, following] = [createStreaming(notFound), createStreaming()];
  await run(looking);
  await run(following);
  expect(following.upstream.length).toBeLessThanOrEqual(looking.upstream.length + 3);
});

const notFound = () => new Response("", { status: 404 });
const silent = () =>
  new Response(new ReadableStream(), { headers: { "content-type": "text/event-stream" } });
/** A stream that is cut after its first bytes. */
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
  ["is not there", notFound],
  ["gives nothing", silent],
  ["breaks", cut],
  ["is a page for signing in", page],
  ["has no more to tell", () => new Response(null, { status: 204 })],
])("a stream that %s costs no more than a look's delay, and no image", async (_, change) => {
  const plain = await run(createTestStack({ sandbox }));
  const { ended, tookMs } = await run(createStreaming(change));
  expect(ended).toMatchObject({ images: [expect.anything()] });
  expect(tookMs).toBeLessThan(plain.tookMs + 3_000);
});

test("a run that fails is told with the words that a look has for it", async () => {
  const failing = { prompt: "a red fox sandbox:run-failed" };
  const { ended } = await run(createStreaming(), failing);
  const { ended: looked } = await run(createTestStack({ sandbox: heldClock }), failing);
  expect(ended).toMatchObject({ code: "run_failed", charged: "no" });
  expect((ended as EaselError).message).toBe((looked as EaselError).message);
});
