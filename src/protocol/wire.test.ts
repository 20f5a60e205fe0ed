import { expect, test } from "vitest";
import { readAnswer } from "./answer.ts";
import { readResult, readStatus, readSubmitted } from "./wire.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const answer = (body: unknown, status = 200) => readAnswer(Response.json(body, { status }));
const read = async (body: unknown, status = 200) => readStatus(await answer(body, status), id);

test.each<[string, unknown, number, string | undefined]>([
  ["the documented answer", { request_id: id, status: "QUEUED", poll_url: "x" }, 200, "queued"],
  ["202", { request_id: id, status: "PROCESSING" }, 202, "processing"],
  ["no state", { request_id: id }, 200, "queued"],
  ["a state with a wrong type", { request_id: id, status: 4 }, 200, "queued"],
  ["a new state", { request_id: id, status: "WARMING" }, 200, "processing"],
  ["a final state", { request_id: id, status: "COMPLETED" }, 200, "completed"],
  ["a success status", { request_id: id, status: "success" }, 200, "queued"],
  ["no ID", { status: "QUEUED" }, 200, undefined],
  ["an empty ID", { request_id: "", status: "QUEUED" }, 200, undefined],
  ["an ID with a wrong type", { request_id: 4 }, 200, undefined],
  ["an ID and status 500", { request_id: id, status: "QUEUED" }, 500, undefined],
  ["an ID and status 300", { request_id: id, status: "QUEUED" }, 300, undefined],
  ["a list", [id], 200, undefined],
  ["null", null, 200, undefined],
])("reads a submit's response with %s", async (_, body, status, state) => {
  const job = readSubmitted(await answer(body, status));
  expect(job).toEqual(state === undefined ? undefined : { requestId: id, state });
});

test.each<[string, unknown, number, string | undefined]>([
  ["QUEUED", { status: "QUEUED" }, 200, "queued"],
  ["a future state", { status: "WARMING" }, 200, "processing"],
  ["COMPLETED", { status: "COMPLETED", surprise: { a: 1 } }, 200, "completed"],
  ["COMPLETED and status 500", { status: "COMPLETED" }, 500, "completed"],
  ["COMPLETED and status 404", { status: "COMPLETED" }, 404, "completed"],
  ["FAILED and status 200", { status: "FAILED", error: "No." }, 200, "failed"],
  ["FAILED and status 422", { status: "FAILED", error: "No." }, 422, "failed"],
  ["succeeded", { status: "succeeded" }, 200, "completed"],
  ["Canceled", { status: "Canceled" }, 200, "failed"],
  ["canceled and status 422", { status: "canceled", error: "Stopped." }, 422, "failed"],
  ["a gateway's error", { status: "error", message: "Bad gateway" }, 502, undefined],
  ["a gateway's timeout", { status: "timeout" }, 504, undefined],
  ["an expired token", { status: "expired" }, 401, undefined],
  ["an envelope's success and status 404", { status: "success" }, 404, undefined],
  ["PROCESSING and status 500", { status: "PROCESSING" }, 500, undefined],
  ["PROCESSING and status 300", { status: "PROCESSING" }, 300, undefined],
  [
    "other fields with wrong types",
    { status: "QUEUED", request_id: 4, error: {}, metrics: "m" },
    200,
    "queued",
  ],
  [
    "other fields set to null",
    { status: "QUEUED", request_id: null, error: null, metrics: null },
    200,
    "queued",
  ],
  ["no state", { request_id: id }, 200, undefined],
  ["a state with a wrong type", { status: 200 }, 200, undefined],
  ["null", null, 200, undefined],
  ["a list", [{ status: "COMPLETED" }], 200, undefined],
])("reads a status with %s", async (_, body, status, state) => {
  const job = await read(body, status);
  expect(job?.state).toBe(state);
  if (job) expect(job.requestId).toBe(id);
  expect(job?.error !== undefined).toBe(state === "failed");
});

const other = "9d0e5c1a-0000-4000-8000-915a2b5a2124";

test.each<[string, unknown, number]>([
  ["its ID", { status: "COMPLETED", request_id: other }, 200],
  ["its ID with status 422", { status: "FAILED", error: "No.", request_id: other }, 422],
  ["its status URL", { status: "QUEUED", status_url: `/v2/requests/${other}/status` }, 200],
  ["its result URL", { status: "QUEUED", response_url: `https://a/requests/${other}` }, 200],
  ["its poll URL", { status: "QUEUED", request_id: id, poll_url: `/requests/${other}` }, 200],
])("throws bad_answer if %s names another job", async (_, body, status) => {
  await expect(read(body, status)).rejects.toMatchObject({ code: "bad_answer", retry: "safe" });
});

test("reads a status that names the requested job in every field", async () => {
  const address = `https://api.example/v2/requests/${id}`;
  const named = { request_id: id, status_url: `${address}/status`, response_url: address };
  expect((await read({ status: "QUEUED", ...named, poll_url: "elsewhere" }))?.state).toBe("queued");
});

test.each([
  ["The model ran out of memory", "run_failed", "safe"],
  ["Prompt blocked by RAI policy", "content_blocked", "never"],
  ["NSFW content detected", "content_blocked", "never"],
  ["Flagged by our safety system", "content_blocked", "never"],
  ["A training error in the rail network", "run_failed", "safe"],
])("maps a failure with %j to %s without a charge", async (error, code, retry) => {
  expect((await read({ status: "FAILED", error }, 422))?.error).toMatchObject({
    code,
    retry,
    charged: "no",
    message: error,
    status: 422,
    requestId: id,
  });
});

test.each([
  ["canceled", "run_canceled", "unknown"],
  ["ABORTED", "run_canceled", "unknown"],
  ["expired", "run_expired", "unknown"],
  ["TIMED_OUT", "run_expired", "unknown"],
  ["nsfw", "content_blocked", "no"],
  ["Request Moderated", "content_blocked", "no"],
  ["CONTENT_MODERATED", "content_blocked", "no"],
  ["error", "run_failed", "no"],
  ["rejected", "run_failed", "no"],
])("maps the final state %j to %s, charged %s", async (status, code, charged) => {
  expect((await read({ status }))?.error).toMatchObject({ code, charged });
});

test("keeps an unknown state, but not a known one", async () => {
  expect(await read({ status: "WARMING_UP" })).toMatchObject({ unknownState: "WARMING_UP" });
  expect(await read({ status: "running" })).not.toHaveProperty("unknownState");
});

test("has a default message for a failed job", async () => {
  expect((await read({ status: "FAILED", error: null }))?.error?.message).toBe(
    "Image generation failed.",
  );
});

test("reads valid metrics, and ignores invalid ones", async () => {
  const metrics = {
    inference_time: 4.1,
    queue_time: "0.2",
    total_time: null,
    cost: 0.008,
    extra: 1,
  };
  expect((await read({ status: "COMPLETED", metrics }))?.metrics).toEqual({
    inferenceTime: 4.1,
    cost: 0.008,
  });
  expect(await read({ status: "COMPLETED", metrics: null })).not.toHaveProperty("metrics");
});

const url = "https://images.segmind.com/a.jpg";
const whole = {
  status: "COMPLETED",
  request_id: id,
  output: url,
  images: [{ url, content_type: "image/jpeg", file_name: "a.jpg", file_size: "4" }],
  seed: "468685",
  prompt: "a panda",
  timings: {},
  metrics: {
    inference_time: 4.1,
    queue_time: 0.2,
    total_time: 4.4,
    cost: 0.008,
    remaining_credits: 41.2,
    retry_count: 0,
  },
  error: null,
};

test("reads a complete result and keeps its body", async () => {
  expect(readResult(await answer(whole), id)).toEqual({
    requestId: id,
    images: [{ url, contentType: "image/jpeg" }],
    seed: 468685,
    prompt: "a panda",
    metrics: {
      inferenceTime: 4.1,
      queueTime: 0.2,
      totalTime: 4.4,
      cost: 0.008,
      remainingCredits: 41.2,
    },
    body: whole,
  });
});

test.each([
  ["468685", 468_685],
  [468_685, 468_685],
  [0, 0],
  ["0", 0],
  ["-1", -1],
  ["999999999999999", 999_999_999_999_999],
  [2 ** 53, undefined],
  ["9007199254740993", undefined],
  [1.5, undefined],
  ["", undefined],
  ["4e3", undefined],
  [" 4", undefined],
  [null, undefined],
  [true, undefined],
  [[4], undefined],
])("reads the seed %j as %j", async (seed, expected) => {
  expect(readResult(await answer({ status: "COMPLETED", seed }), id).seed).toBe(expected);
});

test("returns text without images for a text model, and neither text nor images for an empty result", async () => {
  const words = readResult(await answer({ status: "COMPLETED", output: "A lighthouse." }), id);
  expect(words).toMatchObject({ images: [], text: "A lighthouse." });
  const nothing = { status: "COMPLETED" };
  expect(readResult(await answer(nothing), id)).toStrictEqual({
    requestId: id,
    images: [],
    body: nothing,
  });
});
