import { expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { checkJob } from "./checkJob.ts";
import { deriveJob } from "./job.ts";

const input = { prompt: "a heron" };

/** Creates a ledger with one unknown attempt, and a client that uses `submit` for the check. */
function setUp(submit: Client["submit"]) {
  const ledger = createLedger();
  const lost = new EaselError("submit_unknown");
  const attempt = { attemptId: "a", modelId: "sdxl-torch", scope: "form", input, startedAt: 1 };
  void ledger.write({
    ...attempt,
    submit: "unknown",
    error: lost,
    pageId: "gone",
    detached: false,
  });
  const no = () => Promise.reject(new EaselError("internal"));
  const client = { submit: vi.fn(submit), getStatus: no, getResult: no };
  return { client, ledger, lost, check: () => checkJob({ client, ledger, attemptId: "a" }) };
}

const taken = () => Promise.resolve({ requestId: "r", state: "processing" as const });

test("sends the same attempt ID and input, and resumes the job", async () => {
  const { check, client, ledger } = setUp(taken);
  const checking = check();
  expect(ledger.list()[0]).toMatchObject({ submit: "sent", pageId: currentPageId() });
  await checking;
  expect(client.submit).toHaveBeenCalledExactlyOnceWith("sdxl-torch", input, { attemptId: "a" });
  const [attempt] = ledger.list();
  expect(attempt).toMatchObject({ submit: "taken", requestId: "r" });
  expect(attempt).not.toHaveProperty("error");
});

test("sends nothing for an attempt removed while the client connects to the backend", async () => {
  const { client, ledger } = setUp(taken);
  let answer = () => {};
  const reach = () => new Promise<void>((resolve) => (answer = resolve));
  const checking = checkJob({ client: { ...client, reach }, ledger, attemptId: "a" });
  ledger.remove("a");
  answer();
  await checking;
  expect(client.submit).not.toHaveBeenCalled();
  expect(ledger.list()).toEqual([]);
});

test("keeps another tab's change if the check fails", async () => {
  let fail: (cause: unknown) => void = () => {};
  const { check, ledger } = setUp(() => new Promise((_, reject) => (fail = reject)));
  const checking = check();
  await vi.waitFor(() => expect(ledger.list()[0]?.submit).toBe("sent"));
  ledger.update("a", { submit: "taken", requestId: "r" });
  fail(new EaselError("network"));
  await checking;
  expect(ledger.list()[0]).toMatchObject({ submit: "taken", requestId: "r" });
});

test("sends one check for two clicks", async () => {
  const { check, client } = setUp(taken);
  await Promise.all([check(), check()]);
  await check();
  expect(client.submit).toHaveBeenCalledOnce();
});

test.each([
  new EaselError("submit_unknown"),
  new EaselError("unauthorized"),
  new EaselError("rate_limited"),
  new EaselError("upstream_no_credits"),
  new RangeError("custom client error"),
])("keeps the attempt unknown if the check fails with %s", async (cause) => {
  const { check, ledger, lost } = setUp(() => Promise.reject(cause));
  await check();
  const code = EaselError.is(cause) ? cause.code : "network";
  const [attempt] = ledger.list();
  expect(attempt).toMatchObject({ submit: "unknown", error: lost, trouble: { code } });
});

test("checks only unknown attempts", async () => {
  const { check, client, ledger } = setUp(taken);
  for (const submit of ["sent", "taken", "refused"] as const) {
    ledger.update("a", { submit });
    await check();
  }
  ledger.remove("a");
  await check();
  expect(client.submit).not.toHaveBeenCalled();
});

test("sends nothing and keeps the attempt unknown if the user left during the connection check", async () => {
  const { client, ledger } = setUp(taken);
  await checkJob({ client, ledger, attemptId: "a", isPresent: () => false });
  expect(client.submit).not.toHaveBeenCalled();
  expect(ledger.list()[0]).toMatchObject({ submit: "unknown", trouble: { code: "aborted" } });
});

test("keeps the job unknown while and after it is checked, with the time of the check", async () => {
  const { check, ledger } = setUp(() => Promise.reject(new EaselError("submit_unknown")));
  const shown = () => ledger.list().map((attempt) => deriveJob(attempt, { now: 2 }))[0];
  expect(shown()).toMatchObject({ status: "unknown", checking: false, checkedAt: undefined });
  const before = Date.now();
  const checking = check();
  expect(shown()).toMatchObject({ status: "unknown", checking: true });
  await checking;
  expect(shown()).toMatchObject({ status: "unknown", checking: false });
  expect(shown()?.checkedAt).toBeGreaterThanOrEqual(before);
});

test("shows a job that a check found like any other job", async () => {
  const { check, ledger } = setUp(taken);
  await check();
  const [job] = ledger.list().map((attempt) => deriveJob(attempt, { now: 2 }));
  expect(job).toMatchObject({ status: "queued", checking: false });
});
