import { expect, test } from "vitest";
import { readAnswer } from "../protocol/answer.ts";
import { readResult, readStatus, readSubmitted } from "../protocol/wire.ts";
import { createSandbox, type Sandbox } from "./createSandbox.ts";
import { sandboxFaults, type SandboxFault } from "./faults.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";

const base = "https://api.segmind.com";
const headers = { "x-api-key": "SG_0123456789abcdef", "content-type": "application/json" };
const timing = { queueMs: 1_000, runMs: 2_000 };
const input = { prompt: "a red fox", img_width: 16, img_height: 16, seed: 7, samples: 2 };

const make = (options: SandboxOptions = {}): Sandbox => createSandbox({ timing, ...options });

const submit = (sandbox: Sandbox, body: object = input, version = "v2") =>
  sandbox.fetch(
    new Request(`${base}/${version}/sdxl-txt2img`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );

const get = (sandbox: Sandbox, path: string) =>
  sandbox.fetch(new Request(`${base}${path}`, { headers }));

/** What comes back from a submit: a status, and whether there is an id to follow the job by. */
async function outcome(sandbox: Sandbox): Promise<string> {
  try {
    const answer = await readAnswer(await submit(sandbox));
    return readSubmitted(answer) ? "accepted" : String(answer.status);
  } catch (error) {
    return (error as Error).name;
  }
}

const submitOutcomes: Partial<Record<SandboxFault, string>> = {
  "bad-request": "400",
  "key-missing": "401",
  "key-invalid": "401",
  "auth-error": "401",
  forbidden: "403",
  "model-not-found": "404",
  "request-not-found": "404",
  "no-balance": "404",
  "wrong-verb": "405",
  "content-type": "406",
  "no-credits": "406",
  "parameter-rejected": "406",
  "spend-limit": "406",
  "model-retired": "410",
  "rate-limited": "429",
  "server-error": "500",
  "bad-gateway": "502",
  unavailable: "503",
  "login-page": "200",
  "connection-reset": "TypeError",
  "gateway-timeout": "504",
  "lost-answer": "TypeError",
  "torn-json": "200",
  "empty-body": "200",
  "no-request-id": "200",
};

const unpaid = new Set<SandboxFault>(["run-failed", "failed-with-200", "content-block"]);

test.each(sandboxFaults)(
  "charges a submit with $name according to the fault's effect",
  async ({ name, effect }) => {
    const sandbox = make({ faults: { submit: [name] } });
    expect(await outcome(sandbox)).toBe(submitOutcomes[name] ?? "accepted");
    const billed = effect !== "refused" && !unpaid.has(name);
    expect(sandbox.log).toMatchObject([{ step: "submit", fault: name, billed }]);
    expect(sandbox.credits < 100).toBe(billed);
    expect(await outcome(sandbox)).toBe("accepted");
  },
);

async function running(fault?: SandboxFault, body: object = input) {
  const sandbox = make(fault ? { faults: { submit: [fault] } } : {});
  const { requestId = "" } = readSubmitted(await readAnswer(await submit(sandbox, body))) ?? {};
  const read = async (path: string) => readAnswer(await get(sandbox, path));
  return {
    sandbox,
    status: () => read(`/v2/requests/${requestId}/status`),
    result: () => read(`/v2/requests/${requestId}`),
    requestId,
  };
}

test.each(sandboxFaults.filter(({ effect }) => effect !== "job"))(
  "applies $name to one poll, and then the job continues",
  async ({ name }) => {
    const { sandbox, status, requestId } = await running();
    sandbox.fail("status", name);
    const struck = await status().catch(() => undefined);
    expect(struck && readStatus(struck, requestId)?.state).not.toBe("completed");
    sandbox.advance(3_000);
    expect(readStatus(await status(), requestId)?.state).toBe("completed");
  },
);

test.each(["run-failed", "failed-with-200", "content-block"] as const)(
  "ends a job with %s as FAILED without a cost",
  async (name) => {
    const { sandbox, result, status, requestId } = await running(name);
    sandbox.advance(3_000);
    for (const answer of [await status(), await result()]) {
      expect(answer.status).toBe(name === "failed-with-200" ? 200 : 422);
      const read = readStatus(answer, requestId);
      expect(read?.state).toBe("failed");
      expect(read?.error?.code).toBe(name === "content-block" ? "content_blocked" : "run_failed");
      expect(read?.metrics).toMatchObject({ totalTime: 3, cost: undefined });
    }
  },
);

test("refunds the credits of a job that fails during a poll", async () => {
  const { sandbox, status, requestId } = await running();
  expect(sandbox.credits).toBeLessThan(100);
  sandbox.advance(3_000);
  sandbox.fail("status", "run-failed", "content-block");
  expect(readStatus(await status(), requestId)?.state).toBe("failed");
  await status();
  expect(sandbox.credits).toBe(100);
});

test("takes ten times as long with slow, and keeps a never-finishes job pending until it expires", async () => {
  const slow = await running("slow");
  slow.sandbox.advance(20_999);
  expect(readStatus(await slow.status(), slow.requestId)?.state).toBe("processing");
  slow.sandbox.advance(1);
  expect(readStatus(await slow.status(), slow.requestId)?.state).toBe("completed");
  const never = await running("never-finishes");
  never.sandbox.advance(3_599_999);
  expect(readStatus(await never.status(), never.requestId)?.state).toBe("processing");
  never.sandbox.advance(1);
  expect((await never.status()).status).toBe(404);
});

test.each([
  [undefined, 2, /^https:/],
  ["partial-success", 1, /^https:/],
  ["output-array", 2, /^https:/],
  ["base64-output", 2, /^data:image\/png;base64,iVBOR/],
  ["data-url-output", 2, /^data:image\/png;base64,iVBOR/],
  ["extra-fields", 2, /^https:/],
] as const)("returns the images of a result: %s", async (name, count, url) => {
  const { sandbox, result, requestId } = await running(name);
  sandbox.advance(3_000);
  const { images, body } = readResult(await result(), requestId);
  expect(images).toHaveLength(count);
  expect(images.every((image) => url.test(image.url))).toBe(true);
  expect("worker" in body).toBe(name === "extra-fields");
});

test("returns an unknown state while the job runs, and COMPLETED afterward", async () => {
  const { sandbox, status } = await running("unknown-state");
  expect((await status()).body).toMatchObject({ status: "WARMING_UP" });
  sandbox.advance(3_000);
  expect((await status()).body).toMatchObject({ status: "COMPLETED" });
});

test("applies a fault from a prompt to the request that it names", async () => {
  const prompt = "a red fox sandbox:bad-gateway@status sandbox:failed-with-200";
  const { sandbox, status, requestId } = await running(undefined, { ...input, prompt });
  expect((await status()).status).toBe(502);
  sandbox.advance(3_000);
  expect(readStatus(await status(), requestId)?.state).toBe("failed");
  const reset = await submit(sandbox, { ...input, prompt: "x sandbox:forbidden" });
  expect(reset.status).toBe(403);
  expect((await submit(sandbox)).status).toBe(200);
  expect((await submit(sandbox, { ...input, prompt: "sandbox:no-such-fault" })).status).toBe(200);
});

test("accepts a function for faults, and removes all faults with heal", async () => {
  const sandbox = make({
    faults: (call) =>
      call.model === "sdxl-txt2img" && call.step === "submit" ? "unavailable" : undefined,
  });
  sandbox.fail("submit", "forbidden", undefined);
  expect((await submit(sandbox)).status).toBe(403);
  expect((await submit(sandbox)).status).toBe(200);
  expect((await submit(sandbox)).status).toBe(503);
  sandbox.fail("submit", "forbidden");
  sandbox.heal();
  expect((await submit(sandbox)).status).toBe(200);
});

test("responds in v1 with 500 to a failed job without a charge, and with 504 to one that never ends", async () => {
  const sandbox = make({ faults: { generate: ["content-block", "never-finishes"] } });
  const blocked = await submit(sandbox, input, "v1");
  expect([blocked.status, await blocked.text()]).toEqual([
    500,
    expect.stringMatching(/content policy/),
  ]);
  expect(sandbox.credits).toBe(100);
  expect((await submit(sandbox, input, "v1")).status).toBe(504);
});

test("returns all samples as JSON in v1 when base64 is set", async () => {
  const sandbox = make();
  const many = (await (await submit(sandbox, { ...input, base64: true }, "v1")).json()) as object;
  expect(many).toEqual({
    images: [expect.stringMatching(/^iVBOR/), expect.stringMatching(/^iVBOR/)],
  });
  const one = await submit(sandbox, { ...input, base64: true, samples: 1 }, "v1");
  expect(await one.json()).toEqual({ image: expect.stringMatching(/^iVBOR/) as string });
});
