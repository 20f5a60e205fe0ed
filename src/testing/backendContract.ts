import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import { isFinalState } from "../protocol/jobState.ts";
import type { Backend, BackendJob } from "../server/backends/backend.ts";

/** Backend to test, with controls for its service, which is a sandbox or a fake. */
export interface BackendUnderTest {
  readonly backend: Backend;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Input that the service accepts but whose job then fails. If omitted, the test for failed jobs is skipped. */
  readonly failingInput?: Readonly<Record<string, unknown>>;
  /** Request ID that has the service's format but belongs to no job. */
  readonly unknownRequestId: string;
  /** Advances the service's clock by a number of milliseconds. Each job must end within a minute on this clock. */
  readonly advance: (ms: number) => void | Promise<void>;
  /** Returns the number of jobs that the service has accepted and charged. */
  readonly runs: () => number;
  /**
   * Makes the next call fail. `refused`: the rate limit rejects the call before it takes effect. `lost`: the call takes
   * effect, but its response never arrives. If omitted, the tests for these faults are skipped.
   */
  readonly breakNext?: (call: "submit" | "status", fault: "refused" | "lost") => void;
  /** Makes the next status or result call return another job's response. If omitted, this fault isn't tested. */
  readonly mixUpNext?: () => void;
}

function hold(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`The backend breaks this rule: ${promise}`);
}

async function errorOf(call: Promise<unknown>, promise: string): Promise<EaselError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  hold(outcome !== undefined, promise);
  hold(EaselError.is(outcome.error), `${promise} The error must be an EaselError.`);
  return outcome.error;
}

async function expectCode(call: Promise<unknown>, code: EaselErrorCode, when: string) {
  const error = await errorOf(call, `${when} throws ${code}.`);
  hold(error.code === code, `${when} throws ${code}, not ${error.code}.`);
}

async function untilFinal(
  { backend, advance }: BackendUnderTest,
  requestId: string,
): Promise<BackendJob> {
  for (let second = 0; second < 60; second += 1) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- polls are sequential
    const record = await backend.getStatus(requestId, {});
    hold(record.requestId === requestId, "a response has the requested ID.");
    if (isFinalState(record.state)) return record;
    // oxlint-disable-next-line eslint/no-await-in-loop
    await advance(1_000);
  }
  throw new Error(
    "The job didn't end within a minute on the service's clock. Check that advance() moves this clock.",
  );
}

/** Invalid IDs, which must not become part of a request path. */
const crookedIds = ["", "..", "../v1/get-user-credits", "a/b", "a?b=c", "a%2fb", "a b"];

type BackendPromise = readonly [words: string, check: (under: BackendUnderTest) => Promise<void>];

export const backendContract: readonly BackendPromise[] = [
  [
    "a submit starts one job and returns an ID that is safe in a path",
    async ({ backend, modelId, input, runs }) => {
      const first = await backend.submit(modelId, input, {});
      hold(/^[\w-]{1,64}$/.test(first.requestId), "IDs are 1 to 64 letters, digits, -, and _.");
      hold(runs() === 1, "one submit starts one job.");
      const second = await backend.submit(modelId, input, {});
      hold(second.requestId !== first.requestId, "each submit returns a different ID.");
      hold(runs() === 2, "two submits start two jobs.");
    },
  ],
  [
    "an unknown model is rejected without a charge",
    async ({ backend, input, runs }) => {
      const promise = "an unknown model rejects without a charge.";
      const error = await errorOf(backend.submit("no-such-model", input, {}), promise);
      hold(error.charged === "no" && runs() === 0, promise);
    },
  ],
  [
    "getStatus and getResult return without waiting for the job's end",
    async ({ backend, modelId, input }) => {
      const { requestId } = await backend.submit(modelId, input, {});
      const records = await Promise.all([
        backend.getStatus(requestId, {}),
        backend.getResult(requestId, {}),
      ]);
      for (const { requestId: id, state } of records) {
        hold(id === requestId, "a response has the requested ID.");
        hold(!isFinalState(state), "both calls return queued or processing for a pending job.");
      }
    },
  ],
  [
    "a job completes, stays completed, and has images at assetOrigins",
    async (under) => {
      const { backend, modelId, input } = under;
      const { requestId } = await backend.submit(modelId, input, {});
      hold((await untilFinal(under, requestId)).state === "completed", "a valid input completes.");
      const result = await backend.getResult(requestId, {});
      hold(result.requestId === requestId, "a result has the requested ID.");
      hold(result.state === "completed", "a completed job stays completed.");
      const { images = [], text } = result;
      hold(images.length > 0 || text !== undefined, "a result has images or text.");
      for (const { url } of images) {
        const isKnown =
          /^(data|blob):/.test(url) || backend.assetOrigins?.includes(new URL(url).origin);
        hold(isKnown ?? true, `assetOrigins includes the origin of every image: ${url}`);
      }
    },
  ],
  [
    "a failed job resolves with an error instead of rejecting",
    async (under) => {
      const { backend, modelId, failingInput } = under;
      if (!failingInput) return;
      const { requestId } = await backend.submit(modelId, failingInput, {});
      const status = await untilFinal(under, requestId);
      const result = await backend.getResult(requestId, {});
      for (const { state, error } of [status, result]) {
        hold(state === "failed" && EaselError.is(error), "a failed job has an EaselError.");
        hold(error.charged === "no", "a failed job isn't charged.");
      }
    },
  ],
  [
    "an unknown job and an invalid ID reject with job_not_found",
    async ({ backend, unknownRequestId }) => {
      await Promise.all(
        [unknownRequestId, ...crookedIds].flatMap((id) => [
          expectCode(backend.getStatus(id, {}), "job_not_found", `getStatus("${id}")`),
          expectCode(backend.getResult(id, {}), "job_not_found", `getResult("${id}")`),
        ]),
      );
    },
  ],
  [
    "getStatus and getResult reject when their signal is aborted",
    async ({ backend, modelId, input }) => {
      const { requestId } = await backend.submit(modelId, input, {});
      const call = { signal: AbortSignal.abort() };
      await errorOf(backend.getStatus(requestId, call), "an aborted getStatus rejects.");
      await errorOf(backend.getResult(requestId, call), "an aborted getResult rejects.");
    },
  ],
  [
    "a submit refused by the rate limit isn't retried or charged",
    async ({ backend, modelId, input, runs, breakNext }) => {
      if (!breakNext) return;
      breakNext("submit", "refused");
      await expectCode(backend.submit(modelId, input, {}), "rate_limited", "a refused submit");
      hold(runs() === 0, "a refused submit isn't retried.");
    },
  ],
  [
    "a submit whose response is lost may be charged and isn't retried",
    async ({ backend, modelId, input, runs, breakNext }) => {
      if (!breakNext) return;
      breakNext("submit", "lost");
      const promise = "a submit whose response is lost may be charged and is unsafe to retry.";
      const error = await errorOf(backend.submit(modelId, input, {}), promise);
      hold(error.charged === "unknown" && error.retry === "unsafe", promise);
      hold(runs() === 1, "a submit whose response is lost isn't retried.");
    },
  ],
  [
    "a failed poll doesn't lose the job",
    async ({ backend, modelId, input, breakNext }) => {
      if (!breakNext) return;
      const { requestId } = await backend.submit(modelId, input, {});
      breakNext("status", "lost");
      const error = await errorOf(backend.getStatus(requestId, {}), "a lost response rejects.");
      hold(error.retry === "safe", "a poll whose response is lost is safe to retry.");
      await backend.getStatus(requestId, {});
    },
  ],
  [
    "a response about another job rejects with bad_answer and doesn't lose the job",
    async ({ backend, modelId, input, mixUpNext }) => {
      if (!mixUpNext) return;
      const { requestId } = await backend.submit(modelId, input, {});
      await backend.submit(modelId, input, {});
      const reads = {
        getStatus: () => backend.getStatus(requestId, {}),
        getResult: () => backend.getResult(requestId, {}),
      };
      for (const [name, read] of Object.entries(reads)) {
        mixUpNext();
        // oxlint-disable-next-line eslint/no-await-in-loop -- faults are sequential
        await expectCode(read(), "bad_answer", `${name} with another job's response`);
        // oxlint-disable-next-line eslint/no-await-in-loop
        hold((await read()).requestId === requestId, "the next call returns the requested job.");
      }
    },
  ],
  [
    "cancel stops only the requested job, and a stopped job stays stopped",
    async (under) => {
      const { backend, modelId, input } = under;
      if (!backend.cancel) return;
      const { requestId } = await backend.submit(modelId, input, {});
      const other = await backend.submit(modelId, input, {});
      await backend.cancel(requestId, {});
      await backend.cancel(requestId, {});
      const { state, error } = await untilFinal(under, requestId);
      hold(state === "failed" && EaselError.is(error), "a canceled job has an EaselError.");
      hold(error.code === "run_canceled", `a canceled job has run_canceled, not ${error.code}.`);
      const result = await backend.getResult(requestId, {});
      hold(result.error?.code === "run_canceled", "getResult also returns run_canceled.");
      const { state: kept } = await untilFinal(under, other.requestId);
      hold(kept === "completed", "a job isn't canceled unless it was requested.");
    },
  ],
  [
    "cancel resolves for a completed job and keeps its result",
    async (under) => {
      const { backend, modelId, input } = under;
      if (!backend.cancel) return;
      const { requestId } = await backend.submit(modelId, input, {});
      await untilFinal(under, requestId);
      await backend.cancel(requestId, {});
      const { state } = await backend.getResult(requestId, {});
      hold(state === "completed", "a completed job stays completed.");
    },
  ],
  [
    "cancel rejects for an unknown job, an invalid ID, and an aborted signal",
    async ({ backend, modelId, input, unknownRequestId }) => {
      if (!backend.cancel) return;
      const call = async (id: string, options = {}) => backend.cancel?.(id, options);
      const unknown = [unknownRequestId, ...crookedIds];
      await Promise.all(
        unknown.map((id) => expectCode(call(id), "job_not_found", `cancel("${id}")`)),
      );
      const { requestId } = await backend.submit(modelId, input, {});
      const signal = AbortSignal.abort();
      await errorOf(call(requestId, { signal }), "an aborted cancel rejects.");
    },
  ],
  [
    "credits are numbers if the backend has them",
    async ({ backend }) => {
      const left = await backend.getCredits?.({});
      hold(left === undefined || Number.isFinite(left.credits), "credits is a number.");
    },
  ],
];
