import { submitJob, checkJob, createClient, createLedger, memoryStorage } from "react-easel/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "./createTestStack.ts";
import { heldClock, holdTime } from "./heldTime.ts";

beforeEach(holdTime);
afterEach(() => void vi.useRealTimers());

const run = { modelId: "sdxl-torch", scope: "form", input: { prompt: "a heron in the reeds" } };

/** Runs two consecutive pages with a real handler. The first page's response is lost. */
async function loseAnswer(arrives: boolean) {
  const { handler, client, countCalls } = createTestStack({ sandbox: heldClock });
  const storage = memoryStorage();
  const lossy = createClient({
    fetcher: async (request) => {
      if (request.method === "GET") return handler(request);
      if (arrives) await handler(request);
      throw new TypeError("The connection was reset.");
    },
  });
  const first = createLedger({ storage });
  await expect(submitJob({ client: lossy, ledger: first, ...run })).rejects.toMatchObject({
    code: "submit_unknown",
  });
  const ledger = createLedger({ storage });
  const [record] = ledger.list();
  const check = () => checkJob({ client, ledger, attemptId: record?.attemptId ?? "" });
  return { check, client, ledger, submits: () => countCalls("submit") };
}

test("finds the job of a lost response after a reload, charged once", async () => {
  const { check, client, ledger, submits } = await loseAnswer(true);
  expect(ledger.list()).toMatchObject([{ submit: "unknown", error: { charged: "unknown" } }]);
  await check();
  const [record] = ledger.list();
  expect(record?.submit).toBe("taken");
  expect(submits()).toBe(1);
  expect((await client.getStatus(record?.requestId ?? "")).state).toBe("queued");
});

test("sends a submit that never arrived once by a check", async () => {
  const { check, ledger, submits } = await loseAnswer(false);
  expect(submits()).toBe(0);
  await check();
  await check();
  expect(ledger.list()).toMatchObject([{ submit: "taken" }]);
  expect(submits()).toBe(1);
});
