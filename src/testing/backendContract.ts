import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import { isFinalState } from "../protocol/jobState.ts";
import type { Backend, BackendJob } from "../server/backends/backend.ts";

/** Backend to test, with a service or fake that the test controls. */
export interface BackendUnderTest {
  readonly backend: Backend;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Input whose job the service accepts and then fails. If omitted, its test is skipped. */
  readonly failingInput?: Readonly<Record<string, unknown>>;
  /** Unknown ID in the service's format. */
  readonly unknownRequestId: string;
  /** Advances the service's clock, in milliseconds. A job ends within a minute. */
  readonly advance: (ms: number) => void | Promise<void>;
  /** Returns the number of jobs that the service has accepted and charged. */
  readonly runs: () => number;
  /**
   * Makes the next call fail. `refused`: the rate limit rejects the call before anything is accepted. `lost`: the call
   * takes effect, but its response never arrives. If omitted, these tests are skipped.
   */
  readonly breakNext?: (call: "submit" | "status", fault: "refused" | "lost") => void;
  /** Makes the next status or result return another job's. The test starts two jobs. If omitted, it's skipped. */
  readonly mixUpNext?: () => void;
}

function hold(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`A backend must keep this: ${promise}`);
}

async function errorOf(call: Promise<unknown>, promise: string): Promise<EaselError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  hold(outcome !== undefined, promise);
  hold(EaselError.is(outcome.error), `${promise} What is thrown must be an EaselError.`);
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
    // oxlint-disable-next-line eslint/no-await-in-loop -- one poll after the other
    const record = await backend.getStatus(requestId, {});
    hold(record.requestId === requestId, "a record has the requested ID.");
    if (isFinalState(record.state)) return record;
    // oxlint-disable-next-line eslint/no-await-in-loop
    await advance(1_000);
  }
  throw new Error("The job did not end within a minute of the service's time.");
}

/** IDs that must not be inserted into a service's path. */
const crookedIds = ["", "..", "../v1/get-user-credits", "a/b", "a?b=c", "a%2fb", "a b"];

type BackendPromise = readonly [words: string, check: (under: BackendUnderTest) => Promise<void>];

export const backendContract: readonly BackendPromise[] = [
  [
    "a submit starts one job and returns an ID for a path",
    async ({ backend, modelId, input, runs }) => {
      const first = await backend.submit(modelId, input, {});
      hold(/^[\w-]{1,64}$/.test(first.requestId), "IDs are 1 to 64 letters, digits, - and _.");
      hold(runs() === 1, "one submit starts one run.");
      const second = await backend.submit(modelId, input, {});
      hold(second.requestId !== first.requestId, "each submit has another ID.");
      hold(runs() === 2, "two submits start two runs.");
    },
  ],
  [
    "an unknown model is refused and not charged",
    async ({ backend, input, runs }) => {
      const promise = "an unknown model is an error that charges nothing.";
      const error = await errorOf(backend.submit("no-such-model", input, {}), promise);
      hold(error.charged === "no" && runs() === 0, promise);
    },
  ],
  [
    "status and result are read without waiting for the end",
    async ({ backend, modelId, input }) => {
      const { requestId } = await backend.submit(modelId, input, {});
      const records = await Promise.all([
        backend.getStatus(requestId, {}),
        backend.getResult(requestId, {}),
      ]);
      for (const { requestId: id, state } of records) {
        hold(id === requestId, "a record has the requested ID.");
        hold(!isFinalState(state), "an unfinished job is queued or processing, on both calls.");
      }
    },
  ],
  [
    "a job ends, stays completed, and has its images at assetOrigins",
    async (under) => {
      const { backend, modelId, input } = under;
      const { requestId } = await backend.submit(modelId, input, {});
      hold((await untilFinal(under, requestId)).state === "completed", "a good input completes.");
      const result = await backend.getResult(requestId, {});
      hold(result.requestId === requestId, "a result has the requested ID.");
      hold(result.state === "completed", "a completed job stays completed.");
      const { images = [], text } = result;
      hold(images.length > 0 || text !== undefined, "a result has images or text.");
      for (const { url } of images) {
        const isKnown =
          /^(data|blob):/.test(url) || backend.assetOrigins?.includes(new URL(url).origin);
        hold(isKnown ?? true, `assetOrigins has the origin of every image: ${url}`);
      }
    },
  ],
  [
    "a failed job is a record with an error, which is not thrown",
    async (under) => {
      const { backend, modelId, failingInput } = under;
      if (!failingInput) return;
      const { requestId } = await backend.submit(modelId, failingInput, {});
      const status = await untilFinal(under, requestId);
      const result = await backend.getResult(requestId, {});
      for (const { state, error } of [status, result]) {
        hold(state === "failed" && EaselError.is(error), "a failed record has an EaselError.");
        hold(error.charged === "no", "a failed run is not charged.");
      }
    },
  ],
  [
    "an unknown job and an invalid ID are job_not_found",
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
    "a read ends when its signal is aborted",
    async ({ backend, modelId, input }) => {
      const { requestId } = await backend.submit(modelId, input, {});
      const call = { signal: AbortSignal.abort() };
      await errorOf(backend.getStatus(requestId, call), "an aborted getStatus rejects.");
      await errorOf(backend.getResult(requestId, call), "an aborted getResult rejects.");
    },
  ],
  [
    "a submit that is refused by the rate limit is not sent again, and charges nothing",
    async ({ backend, modelId, input, runs, breakNext }) => {
      if (!breakNext) return;
      breakNext("submit", "refused");
      await expectCode(backend.submit(modelId, input, {}), "rate_limited", "a refused submit");
      hold(runs() === 0, "a refused submit is not sent again.");
    },
  ],
  [
    "a submit whose answer is lost may be charged, and is not sent again",
    async ({ backend, modelId, input, runs, breakNext }) => {
      if (!breakNext) return;
      breakNext("submit", "lost");
      const promise = "a lost answer to a submit is an error that may have been charged.";
      const error = await errorOf(backend.submit(modelId, input, {}), promise);
      hold(error.charged === "unknown" && error.retry === "unsafe", promise);
      hold(runs() === 1, "a submit whose answer was lost is not sent again.");
    },
  ],
  [
    "a failed poll does not lose the job",
    async ({ backend, modelId, input, breakNext }) => {
      if (!breakNext) return;
      const { requestId } = await backend.submit(modelId, input, {});
      breakNext("status", "lost");
      const error = await errorOf(backend.getStatus(requestId, {}), "a lost status rejects.");
      hold(error.retry === "safe", "a lost status can be polled again.");
      await backend.getStatus(requestId, {});
    },
  ],
  [
    "an answer about another job is bad_answer, and does not lose the job",
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
        // oxlint-disable-next-line eslint/no-await-in-loop -- one fault after the other
        await expectCode(read(), "bad_answer", `${name} of a job whose answer is another's`);
        // oxlint-disable-next-line eslint/no-await-in-loop
        hold((await read()).requestId === requestId, "the job is read again after that.");
      }
    },
  ],
  [
    "credits are numbers, where the backend has them",
    async ({ backend }) => {
      const left = await backend.getCredits?.({});
      hold(left === undefined || Number.isFinite(left.credits), "credits is a number.");
    },
  ],
];
