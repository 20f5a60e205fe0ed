// @vitest-environment node
import { describe, expect, test } from "vitest";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { createSandbox, type Sandbox } from "../sandbox/createSandbox.ts";
import { withCancel } from "../sandbox/withCancel.ts";
import type { Backend } from "../server/backends/backend.ts";
import { segmind } from "../server/backends/segmind.ts";
import type { BackendUnderTest } from "./backendContract.ts";
import { describeBackend } from "./describeBackend.ts";

const apiKey = "SG_0123456789abcdef";

function segmindOverSandbox(
  change: (backend: Backend, sandbox: Sandbox) => Partial<Backend> = () => ({}),
) {
  const sandbox = createSandbox({ apiKeys: [apiKey], cancel: true });
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
    backend: { ...backend, ...change(backend, sandbox) },
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

const canceling = (backend: Backend, sandbox: Sandbox) =>
  withCancel(backend, { apiKey, fetch: sandbox.fetch });

describeBackend("a backend with cancel", () => segmindOverSandbox(canceling), { describe, test });

/** Returns the names of the tests that a backend fails. */
async function broken(
  change: (backend: Backend, sandbox: Sandbox) => Partial<Backend>,
): Promise<string[]> {
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

test.each<[string, (backend: Backend) => Partial<Backend>, RegExp[]]>([
  ["does nothing", () => ({ cancel: async () => {} }), [/stops only/, /unknown job/]],
  [
    "rejects for a job that has ended",
    (backend) => ({
      async cancel(id, call) {
        const { state } = await backend.getStatus(id, call);
        if (state === "failed") throw new EaselError("upstream_unavailable");
        await backend.cancel?.(id, call);
      },
    }),
    [/stops only/],
  ],
])("detects a cancel that %s", async (_, change, tests) => {
  const names = await broken((backend, sandbox) => {
    const own = canceling(backend, sandbox);
    return { ...own, ...change(own) };
  });
  expect(names).toEqual(tests.map((name) => expect.stringMatching(name) as string));
});

test("detects a backend that cancels jobs without being asked", async () => {
  const names = await broken((backend, sandbox) => {
    const own = canceling(backend, sandbox);
    return {
      ...own,
      async getStatus(id, call) {
        await own.cancel?.(id, call);
        return own.getStatus(id, call);
      },
    };
  });
  expect(names).toContainEqual(expect.stringMatching(/a job completes/));
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
