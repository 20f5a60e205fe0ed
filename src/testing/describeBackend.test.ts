// @vitest-environment node
import { describe, expect, test } from "vitest";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { createSandbox } from "../sandbox/createSandbox.ts";
import type { Backend } from "../server/backends/backend.ts";
import { segmind } from "../server/backends/segmind.ts";
import type { BackendUnderTest } from "./backendContract.ts";
import { describeBackend } from "./describeBackend.ts";

const apiKey = "SG_0123456789abcdef";

function segmindOverSandbox(change: (backend: Backend) => Partial<Backend> = () => ({})) {
  const sandbox = createSandbox({ apiKeys: [apiKey] });
  let isMixedUp = false;
  const backend = segmind({
    apiKey,
    async fetch(request) {
      const isOther = isMixedUp;
      isMixedUp = false;
      const id = sandbox.log.findLast(({ step }) => step === "submit")?.requestId ?? "";
      const url = request.url.replace(/requests\/[^/]+/, `requests/${id}`);
      return sandbox.fetch(isOther ? new Request(url, request) : request);
    },
  });
  return {
    backend: { ...backend, ...change(backend) },
    modelId: sdxlTorch.id,
    input: { prompt: "a red fox" },
    failingInput: { prompt: "a red fox sandbox:run-failed" },
    unknownRequestId: crypto.randomUUID(),
    advance: sandbox.advance,
    runs: () => sandbox.log.filter(({ billed }) => billed).length,
    breakNext: (call, fault) =>
      sandbox.fail(call, fault === "lost" ? "lost-answer" : "rate-limited"),
    mixUpNext: () => void (isMixedUp = true),
  } satisfies BackendUnderTest;
}

describeBackend("segmind", segmindOverSandbox, { describe, test });

/** Returns the names of the tests that a backend fails. */
async function broken(change: (backend: Backend) => Partial<Backend>): Promise<string[]> {
  const runs: { readonly name: string; readonly body: () => Promise<void> }[] = [];
  describeBackend("a broken backend", () => segmindOverSandbox(change), {
    describe: (_, body) => body(),
    test: (name, body) => runs.push({ name, body }),
  });
  const outcomes = await Promise.allSettled(runs.map(({ body }) => body()));
  return runs.flatMap(({ name }, index) => (outcomes[index]?.status === "rejected" ? [name] : []));
}

test("detects a submit that is sent twice", async () => {
  const names = await broken((backend) => ({
    submit: (...call) => backend.submit(...call).catch(() => backend.submit(...call)),
  }));
  expect(names).toEqual([
    expect.stringMatching(/refused by the rate limit/),
    expect.stringMatching(/response is lost/),
  ]);
});

test("detects a backend that throws other errors", async () => {
  const names = await broken((backend) => ({
    getStatus: (...call) =>
      backend.getStatus(...call).catch(() => {
        throw new Error("no");
      }),
  }));
  expect(names).toHaveLength(4);
});

test("detects a backend that accepts a response about another job", async () => {
  const names = await broken((backend) => ({
    getResult: (requestId, call) =>
      backend.getResult(requestId, call).catch(() => ({ requestId, state: "completed" })),
  }));
  expect(names).toContainEqual(expect.stringMatching(/another job rejects with bad_answer/));
});

test("detects a result without images, and an image from another origin", async () => {
  const withImages = (images: readonly { readonly url: string }[]) => (backend: Backend) => ({
    getResult: async (...call: Parameters<Backend["getResult"]>) => ({
      ...(await backend.getResult(...call)),
      images,
    }),
  });
  expect(await broken(withImages([]))).toHaveLength(1);
  expect(await broken(withImages([{ url: "https://evil.example/a.png" }]))).toHaveLength(1);
});

test("throws without a test runner, and explains how to pass one", () => {
  expect(() => describeBackend("x", segmindOverSandbox, {})).toThrow(/import \{ describe, test \}/);
});
