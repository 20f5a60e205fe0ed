import { expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { createSubmit, submitJob } from "./submit.ts";

const run = { modelId: "sdxl-torch", scope: "form", input: { prompt: "a" } };

/** Creates a ledger and a client with the given submit, and records the stored attempt during each call. */
function setUp(submit: () => ReturnType<Client["submit"]>) {
  const ledger = createLedger();
  const during: (Attempt | undefined)[] = [];
  const no = () => Promise.reject(new EaselError("internal"));
  const client = {
    submit: vi.fn<Client["submit"]>(() => {
      during.push(ledger.list()[0]);
      return submit();
    }),
    getStatus: no,
    getResult: no,
  };
  return { client, ledger, during, begin: () => submitJob({ client, ledger, ...run }) };
}

const taken = () => Promise.resolve({ requestId: "r1", state: "queued" as const });

test("stores an attempt before it is sent, under the sent ID", async () => {
  const { begin, client, ledger, during } = setUp(taken);
  const job = await begin();
  expect(during).toMatchObject([
    { ...run, submit: "sent", attemptId: job.attemptId, detached: false },
  ]);
  expect(client.submit).toHaveBeenCalledExactlyOnceWith(run.modelId, run.input, {
    attemptId: job.attemptId,
  });
  expect(job).toMatchObject({ requestId: "r1", state: "queued" });
  expect(ledger.list()).toMatchObject([{ ...run, submit: "taken", requestId: "r1" }]);
});

test("creates a 128-bit ID for each attempt", async () => {
  const { begin, ledger } = setUp(taken);
  await Promise.all(Array.from({ length: 50 }, begin));
  const ids = ledger.list().map(({ attemptId }) => attemptId);
  expect(new Set(ids).size).toBe(50);
  for (const attemptId of ids) expect(attemptId).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  [new EaselError("rate_limited"), "refused"],
  [new EaselError("invalid_input"), "refused"],
  [new EaselError("submit_unknown"), "unknown"],
  [new EaselError("submit_unreadable"), "unknown"],
  [new EaselError("internal"), "unknown"],
  [new RangeError("custom client error"), "unknown"],
])("sends once, and rejects with the attempt's ID after %s (%s)", async (cause, submit) => {
  const { begin, client, ledger } = setUp(() => Promise.reject(cause));
  const error = await begin().catch((thrown: unknown) => thrown);
  expect(EaselError.is(error)).toBe(true);
  const code = EaselError.is(cause) ? cause.code : "submit_unknown";
  const [attempt] = ledger.list();
  expect(error).toMatchObject({ code, attemptId: attempt?.attemptId });
  expect(attempt).toMatchObject({ submit, error: { code } });
  expect(attempt).not.toHaveProperty("requestId");
  expect(client.submit).toHaveBeenCalledOnce();
});

test("keeps an attempt removed if it is removed while being sent, and returns its ID", async () => {
  const { begin, client, ledger } = setUp(taken);
  client.submit.mockImplementation((_model, _input, options) => {
    ledger.remove(options?.attemptId ?? "");
    return taken();
  });
  expect(await begin()).toMatchObject({ requestId: "r1" });
  expect(ledger.list()).toEqual([]);
});

test("stores a paid job even if a listener throws", async () => {
  const { begin, ledger } = setUp(taken);
  ledger.subscribe(() => {
    if (ledger.list()[0]?.submit === "taken") throw new Error("broken callback");
  });
  await begin().catch(() => undefined);
  expect(ledger.list()).toMatchObject([{ submit: "taken", requestId: "r1" }]);
});

test("stores a job's ID even if a callback throws", async () => {
  const { client, ledger } = setUp(taken);
  const onAccepted = () => {
    throw new Error("broken callback");
  };
  await expect(submitJob({ client, ledger, ...run, onAccepted })).rejects.toThrow();
  expect(ledger.list()).toMatchObject([{ submit: "taken", requestId: "r1" }]);
});

test("submits even if the storage hangs", async () => {
  vi.useFakeTimers();
  const storage = { entries: () => [], set: () => new Promise<void>(() => {}), remove: () => {} };
  const ledger = createLedger({ storage });
  const { client } = setUp(taken);
  const begun = submitJob({ client, ledger, ...run });
  await vi.advanceTimersByTimeAsync(2_900);
  expect(client.submit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(await begun).toMatchObject({ requestId: "r1" });
  expect(ledger.list()).toMatchObject([{ submit: "taken", requestId: "r1" }]);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test("clears the write timeout when the storage responds", async () => {
  vi.useFakeTimers();
  const ledger = createLedger({ storage: { ...memoryStorage(), set: () => Promise.resolve() } });
  const { client } = setUp(taken);
  await submitJob({ client, ledger, ...run });
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** Creates a client whose backend responds when the test calls `answer`. */
function setUpReach() {
  const { client, ledger, during } = setUp(taken);
  let answer = () => {};
  let fail: (error: EaselError) => void = () => {};
  const reached = new Promise<void>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  const reach = vi.fn(() => reached);
  const begin = () => submitJob({ client: { ...client, reach }, ledger, ...run });
  return { client, ledger, during, begin, answer, fail };
}

test("sends nothing and marks the attempt as unsent until the backend responds", async () => {
  const { client, ledger, during, begin, answer } = setUpReach();
  const begun = begin();
  expect(ledger.list()).toMatchObject([{ submit: "sent", unsent: true }]);
  expect(client.submit).not.toHaveBeenCalled();
  answer();
  await begun;
  expect(during[0]).not.toHaveProperty("unsent");
  expect(client.submit).toHaveBeenCalledOnce();
  expect(ledger.list()).toMatchObject([{ submit: "taken" }]);
});

test("refuses an attempt without a charge if the backend can't be reached", async () => {
  const { client, ledger, begin, fail } = setUpReach();
  const begun = begin().catch((error: unknown) => error);
  fail(new EaselError("backend_unreachable"));
  const attemptId = ledger.list()[0]?.attemptId;
  expect(await begun).toMatchObject({ code: "backend_unreachable", charged: "no", attemptId });
  expect(client.submit).not.toHaveBeenCalled();
  expect(ledger.list()).toMatchObject([
    { submit: "refused", error: { code: "backend_unreachable" } },
  ]);
  expect(ledger.list()[0]).not.toHaveProperty("unsent");
});

test("doesn't send or charge an attempt removed while the client connects to the backend", async () => {
  const { client, ledger, begin, answer } = setUpReach();
  const begun = begin().catch((error: unknown) => error);
  const attemptId = ledger.list()[0]?.attemptId ?? "";
  ledger.remove(attemptId);
  answer();
  expect(await begun).toMatchObject({ code: "aborted", charged: "no", retry: "safe", attemptId });
  expect(client.submit).not.toHaveBeenCalled();
  expect(ledger.list()).toEqual([]);
});

test("doesn't send an attempt removed during a slow write", async () => {
  const { client } = setUp(taken);
  let write = () => {};
  const set = () => new Promise<void>((resolve) => (write = resolve));
  const ledger = createLedger({ storage: { ...memoryStorage(), set } });
  const begun = submitJob({ client, ledger, ...run }).catch((error: unknown) => error);
  ledger.remove(ledger.list()[0]?.attemptId ?? "");
  write();
  expect(await begun).toMatchObject({ code: "aborted", charged: "no" });
  expect(client.submit).not.toHaveBeenCalled();
});

test.each([
  [{ submit: "refused", error: new EaselError("backend_unreachable") }, "refused"],
  [{ submit: "unknown" }, "refused"],
  [{ submit: "taken", requestId: "r2" }, "taken"],
] as const)("doesn't send an attempt that another tab has changed to %o", async (change, end) => {
  const storage = memoryStorage();
  const { client } = setUp(taken);
  const ledger = createLedger({ storage });
  let answer = () => {};
  const reach = () => new Promise<void>((resolve) => (answer = resolve));
  const begun = submitJob({ client: { ...client, reach }, ledger, ...run }).catch(
    (error: unknown) => error,
  );
  const other = createLedger({ storage });
  other.update(other.list()[0]?.attemptId ?? "", { unsent: undefined, ...change });
  answer();
  expect(await begun).toMatchObject({ code: "aborted", charged: "no" });
  expect(client.submit).not.toHaveBeenCalled();
  expect(ledger.list()).toMatchObject([{ ...change, submit: end }]);
});

test("doesn't overwrite another tab's change if the submit fails", async () => {
  const { client, ledger } = setUp(taken);
  client.submit.mockImplementation(async (_model, _input, options) => {
    ledger.update(options?.attemptId ?? "", { submit: "taken", requestId: "r2" });
    throw new EaselError("submit_unknown");
  });
  await expect(submitJob({ client, ledger, ...run })).rejects.toThrow();
  expect(ledger.list()).toMatchObject([{ submit: "taken", requestId: "r2" }]);
});

test("sends an attempt that is no longer watched", async () => {
  const { client, ledger, begin, answer } = setUpReach();
  const begun = begin();
  ledger.update(ledger.list()[0]?.attemptId ?? "", { detached: true });
  answer();
  await begun;
  expect(client.submit).toHaveBeenCalledOnce();
  expect(ledger.list()).toMatchObject([{ submit: "taken", detached: true }]);
});

test("never stores unsent in an asynchronous storage", async () => {
  const { client, during } = setUp(taken);
  const texts: string[] = [];
  const set = (_: string, text: string) => Promise.resolve(void texts.push(text));
  const ledger = createLedger({ storage: { ...memoryStorage(), set } });
  const reach = () => Promise.resolve();
  await submitJob({ client: { ...client, reach }, ledger, ...run });
  expect(during).toHaveLength(1);
  expect(texts.filter((text) => text.includes("unsent"))).toEqual([]);
});

test("doesn't send an attempt if the user left while the client connected to the backend", async () => {
  const { client, ledger } = setUp(taken);
  let isPresent = true;
  const options = { client: { ...client, reach: () => Promise.resolve() }, ledger, ...run };
  const submitted = submitJob({ ...options, isPresent: () => isPresent });
  isPresent = false;
  await expect(submitted).rejects.toMatchObject({ code: "aborted", charged: "no" });
  expect(client.submit).not.toHaveBeenCalled();
  expect(ledger.list()).toMatchObject([{ submit: "refused", error: { code: "aborted" } }]);
});

const attempt = { modelId: "sdxl-torch", scope: "form", input: { prompt: "a" } };

test("joins the second of two equal calls in a scope to the first, but not a different call", async () => {
  vi.useFakeTimers();
  const { client, ledger } = setUp(taken);
  const submit = createSubmit({ client, ledger });
  const first = submit(attempt);
  expect(submit(attempt)).toBe(first);
  expect(submit({ ...attempt, scope: "other" })).not.toBe(first);
  await vi.advanceTimersByTimeAsync(500);
  expect(submit(attempt)).toBe(first);
  await vi.advanceTimersByTimeAsync(200);
  expect(submit(attempt)).not.toBe(first);
  expect(client.submit).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});

test("a retry doesn't join the call that it repeats", () => {
  const { client, ledger } = setUp(taken);
  const submit = createSubmit({ client, ledger });
  void submit(attempt);
  const retried = submit(attempt, "the first");
  expect(submit(attempt, "the first")).toBe(retried);
  expect(client.submit).toHaveBeenCalledTimes(2);
});
