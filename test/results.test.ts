import type { EndedJob } from "react-easel/server";
import { expect, test } from "vitest";
import { createTestStack } from "./createTestStack.ts";

interface Row {
  team?: string | undefined;
  prompt?: unknown;
  state?: EndedJob["state"];
  files?: readonly Uint8Array[];
  published?: boolean;
}

/** Creates an app with prompts and images in one table, as in docs/guide/results.md. */
function createGallery() {
  const rows = new Map<string, Row>();
  const upsert = (id: string, row: Row) => void rows.set(id, { ...rows.get(id), ...row });
  const teams: Record<string, string> = { ada: "acme", bob: "globex" };
  const stack = createTestStack({
    sandbox: { timing: { queueMs: 1_000, runMs: 2_000 } },
    handler: {
      pollDelay: () => 0,
      authorize: (request) => {
        const userId = request.headers.get("x-user") ?? "ada";
        return { userId, team: teams[userId] };
      },
      beforeSubmit: ({ id, user, input }) => {
        upsert(id, { team: (user as Row).team, prompt: input["prompt"] });
      },
      onJobEnd: async ({ id, state, images }) => {
        const files = images.map(async ({ url }) => {
          const response = await stack.sandbox.fetch(new Request(url));
          return new Uint8Array(await response.arrayBuffer());
        });
        upsert(id, { state, files: await Promise.all(files) });
      },
    },
  });
  const publish = async (requestId: unknown, userId: string) => {
    const { id } = await stack.handler.readTicket(requestId, userId);
    upsert(id, { published: true });
    return rows.get(id);
  };
  return { ...stack, rows, publish };
}

test("stores prompt and image in one row that only the job's user can address", async () => {
  const { submit, poll, sandbox, rows, publish } = createGallery();
  const [fox, cat] = await Promise.all([
    submit({ prompt: "a red fox" }),
    submit({ prompt: "a cat" }, { "x-user": "bob" }),
  ]);
  sandbox.advance(3_000);
  const tickets = [fox, cat].map(({ body }) => String(body["request_id"]));
  await Promise.all(
    tickets.flatMap((ticket) => [poll(ticket), poll(ticket, { headers: { "x-user": "bob" } })]),
  );
  expect(rows.size).toBe(2);
  const row = await publish(tickets[0], "ada");
  expect(row).toMatchObject({ team: "acme", prompt: "a red fox", state: "completed" });
  expect(row?.files?.map((bytes) => bytes.length > 1_000)).toEqual([true]);
  await expect(publish(tickets[1], "ada")).rejects.toMatchObject({ status: 404 });
  const published = [...rows.values()].filter((one) => one.published);
  expect(published).toEqual([row]);
});

/** Creates a stack whose service responds with this body to status and result requests. */
async function createAnswering(body: Readonly<Record<string, unknown>>) {
  const { client, events } = createTestStack({
    fetch: (request, sandbox) =>
      request.method === "GET" ? Response.json(body) : sandbox(request),
  });
  const { requestId } = await client.submit("sdxl-torch", { prompt: "a red fox" });
  return { client, events, requestId };
}

const images = ["https://images.segmind.com/a.png", "https://images.segmind.com/b.png"];

test.each<[string, unknown, readonly string[]]>([
  ["JSON text", JSON.stringify(images), images],
  ["an object", { image_url: images[0] }, images.slice(0, 1)],
  ["a list of objects", images.map((media_url) => ({ media_url })), images],
  ["a video", "https://images.segmind.com/a.mp4", ["https://images.segmind.com/a.mp4"]],
])("returns files for an output that is %s", async (_, output, urls) => {
  const { client, requestId } = await createAnswering({ status: "succeeded", output });
  const result = await client.getResult(requestId);
  expect(result.images.map(({ url }) => url)).toEqual(urls);
  expect(result.text).toBeUndefined();
});

test.each([
  ["Canceled", "run_canceled"],
  ["timed_out", "run_expired"],
  ["error", "run_failed"],
  ["NSFW", "content_blocked"],
])("reports the service's %j as failed: %s", async (status, code) => {
  const { client, requestId } = await createAnswering({ status });
  expect(await client.getStatus(requestId)).toMatchObject({ state: "failed", error: { code } });
  await expect(client.getResult(requestId)).rejects.toMatchObject({ code });
});
