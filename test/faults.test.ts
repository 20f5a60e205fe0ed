import { runJob, type JobResult } from "react-easel/client";
import { EaselError, type EaselErrorCode } from "react-easel/errors";
import { sd21Txt2img } from "react-easel/models";
import { sandboxFaults, type SandboxCall, type SandboxFault } from "react-easel/sandbox";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "./createTestStack.ts";
import { heldClock, holdTime, settle } from "./heldTime.ts";

beforeEach(holdTime);
afterEach(() => void vi.useRealTimers());

// Small, because some faults send the images inline.
const input = { prompt: "a lighthouse at dusk", samples: 2, img_width: 64, img_height: 64 };

type Outcome = EaselErrorCode | "result";

/** Outcome of a failed submit, for each of the sandbox's faults. */
const onSubmit: Record<SandboxFault, Outcome> = {
  "bad-request": "parameter_rejected",
  "key-missing": "upstream_key_missing",
  "key-invalid": "upstream_key_invalid",
  "auth-error": "upstream_key_invalid",
  forbidden: "upstream_forbidden",
  "model-not-found": "upstream_model_missing",
  "request-not-found": "upstream_model_missing",
  "no-balance": "upstream_model_missing",
  "wrong-verb": "upstream_content_type",
  "content-type": "upstream_content_type",
  "no-credits": "upstream_no_credits",
  "parameter-rejected": "parameter_rejected",
  "spend-limit": "upstream_spend_limit",
  "model-retired": "upstream_model_retired",
  "rate-limited": "rate_limited",
  "server-error": "upstream_error",
  "bad-gateway": "submit_unknown",
  unavailable: "submit_unknown",
  "gateway-timeout": "submit_unknown",
  "login-page": "submit_unreadable",
  "connection-reset": "submit_unknown",
  "lost-answer": "submit_unknown",
  "torn-json": "submit_unreadable",
  "empty-body": "submit_unreadable",
  "no-request-id": "submit_unreadable",
  "run-failed": "run_failed",
  "failed-with-200": "run_failed",
  "content-block": "content_blocked",
  slow: "result",
  "never-finishes": "deadline",
  "partial-success": "result",
  "base64-output": "result",
  "data-url-output": "result",
  "output-array": "result",
  "unknown-state": "result",
  "extra-fields": "result",
};

/** Returns a fault's outcome during a poll. A damaged response never ends a job. */
const onPoll = (fault: SandboxFault): Outcome => {
  const ends: Partial<Record<SandboxFault, Outcome>> = {
    "run-failed": "run_failed",
    "failed-with-200": "run_failed",
    "content-block": "content_blocked",
    "never-finishes": "deadline",
  };
  return ends[fault] ?? "result";
};

async function runWith(step: "submit" | "status" | "result", fault: SandboxFault) {
  const stack = createTestStack({ sandbox: heldClock });
  stack.sandbox.fail(step, fault);
  const ending: JobResult | EaselError = await settle(
    stack,
    runJob(stack.client, sd21Txt2img, input).catch((error: unknown) => error as EaselError),
  );
  const submits = stack.sandbox.log.filter((entry) => entry.step === "submit");
  return { ending, submits };
}

const outcomeOf = (ending: JobResult | EaselError): Outcome =>
  EaselError.is(ending) ? ending.code : "result";

const names = sandboxFaults.map(({ name }) => name);

test.each(names)("%s on the submit: reports one outcome and sends once", async (fault) => {
  const { ending, submits } = await runWith("submit", fault);
  expect(outcomeOf(ending)).toBe(onSubmit[fault]);
  expect(submits).toHaveLength(1);
  if (EaselError.is(ending)) {
    expect(ending.attemptId).toMatch(/^[0-9a-f]{32}$/);
    // A charged job is never reported as free, unless it failed and was refunded.
    const failed = ending.code === "run_failed" || ending.code === "content_blocked";
    if (submits[0]?.billed && !failed) expect(ending.charged).not.toBe("no");
  }
});

/** Faults of jobs, which have no effect on a completed job. */
const afterTheEnd = new Set<SandboxFault>([
  "run-failed",
  "failed-with-200",
  "content-block",
  "never-finishes",
]);

test.each(names)("%s on a poll: submits once and returns the result", async (fault) => {
  const { ending, submits } = await runWith("status", fault);
  expect(outcomeOf(ending)).toBe(onPoll(fault));
  expect(submits).toHaveLength(1);
});

test.each(names.filter((name) => !afterTheEnd.has(name)))(
  "%s on the result: submits once and returns the result",
  async (fault) => {
    const { ending, submits } = await runWith("result", fault);
    expect(outcomeOf(ending)).toBe("result");
    expect(submits).toHaveLength(1);
  },
);

test("rejects with the deadline and the job's id if the service never recovers", async () => {
  const faults = ({ step }: SandboxCall) => (step === "status" ? "bad-gateway" : undefined);
  const stack = createTestStack({ sandbox: { ...heldClock, faults } });
  const ending = await settle(
    stack,
    runJob(stack.client, sd21Txt2img, input).catch((error: unknown) => error as EaselError),
  );
  expect(ending).toMatchObject({ code: "deadline", charged: "unknown", retry: "safe" });
  expect((ending as EaselError).requestId).toMatch(/\S{20}/);
  stack.sandbox.heal();
  // The handler caches a missing job briefly, so that it doesn't forward every client's poll.
  await vi.advanceTimersByTimeAsync(1_000);
  const status = await stack.client.getStatus((ending as EaselError).requestId ?? "");
  expect(status.state).toBe("completed");
});
