import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import { isFinalState } from "../protocol/jobState.ts";
import type { Backend, BackendJob } from "../server/backends/backend.ts";

/** A backend wired to a service, or to a stand-in for one, and the strings by which a test pulls at that. */
export interface BackendUnderTest {
  readonly backend: Backend;
  /** A model that the service has, and an input that it takes. */
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** An input whose run the service takes and then reports as failed. Without it that case is left out. */
  readonly failingInput?: Readonly<Record<string, unknown>>;
  /** An id of the service's form that it does not know. */
  readonly unknownRequestId: string;
  /** Lets time pass at the service, in milliseconds. A minute must be enough for a run. */
  readonly advance: (ms: number) => void | Promise<void>;
  /** How many runs the service has taken and will be paid for. */
  readonly runs: () => number;
  /**
   * Makes the next call go wrong: `refused` by the service's rate limit before it takes anything; `lost`, the service
   * does what it is asked and its answer never arrives. Without it those cases are left out.
   */
  readonly breakNext?: (call: "submit" | "status", fault: "refused" | "lost") => void;
  /**
   * Answers the next status or result with another job's, as a cache that mixes answers up does. Two jobs have been
   * submitted by then. Without it that case is left out.
   */
  readonly mixUpNext?: () => void;
}

function hold(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`A backend must keep this: ${promise}`);
}

/** The error that a call must end in. */
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
    // oxlint-disable-next-line eslint/no-await-in-loop -- one look after the other
    const record = await backend.getStatus(requestId, {});
    hold(record.requestId === requestId, "a record carries the id that was asked for.");
    if (isFinalState(record.state)) return record;
    // oxlint-disable-next-line eslint/no-await-in-loop
    await advance(1_000);
  }
  throw new Error("The job did not end within a minute of the service's time.");
}

/** Addresses that nobody should ever be able to put into a service's path. */
const crookedIds = ["", "..", "../v1/get-user-credits", "a/b", "a?b=c", "a%2fb", "a b"];

/** What a backend promises, and how to see whether it keeps that. */
type BackendPromise = readonly [words: string, check: (under: BackendUnderTest) => Promise<void>];

/** All that the handler relies on in a backend. */
export const backendContract: readonly BackendPromise[] = [
  [
    "a submit starts one run and gives an id that can stand in a path",
    async ({ backend, modelId, input, runs }) => {
      const first = await backend.submit(modelId, input, {});
      hold(/^[\w-]{1,64}$/.test(first.requestId), "ids are 1 to 64 letters, digits, - and _.");
      hold(runs() === 1, "one submit starts one run.");
      const second = await backend.submit(modelId, input, {});
      hold(second.requestId !== first.requestId, "each submit has an id of its own.");
      hold(runs() === 2, "two submits start two runs.");
    },
  ],
  [
    "a model that the service does not have is refused, and nothing is charged",
    async ({ backend, input, runs }) => {
      const words = "an unknown model is an error that charges nothing.";
      const error = await errorOf(backend.submit("no-such-model", input, {}), words);
      hold(error.charged === "no" && runs() === 0, words);
    },
  ],
  [
    "a job is looked up without waiting for its end, and its result too",
    async ({ backend, modelId, input }) => {
      const { requestId } = await backend.submit(modelId, input, {});
      const records = await Promise.all([
        backend.getStatus(requestId, {}),
        backend.getResult(requestId, {}),
      ]);
      for (const { requestId: id, state } of records) {
        hold(id === requestId, "a record carries the id that was asked for.");
        hold(!isFinalState(state), "an unfinished job is queued or processing, on both calls.");
      }
    },
  ],
  [
    "a job ends, stays so, and has its pictures where the backend says that files are",
    async (under) => {
      const { backend, modelId, input } = under;
      const { requestId } = await backend.submit(modelId, input, {});
      hold((await untilFinal(under, requestId)).state === "completed", "a good input completes.");
      const result = await backend.getResult(requestId, {});
      hold(result.requestId === requestId, "a result carries the id that was asked for.");
      hold(result.state === "completed", "a completed job stays completed.");
      const { images = [], text } = result;
      hold(images.length > 0 || text !== undefined, "a result has images or text.");
      for (const { url } of images) {
        const isKnown =
          /^(data|blob):/.test(url) || backend.assetOrigins?.includes(new URL(url).origin);
        hold(isKnown ?? true, `assetOrigins names where pictures are: ${url}`);
      }
    },
  ],
  [
    "a failed run is a record with an error, not an error that is thrown",
    async (under) => {
      const { backend, modelId, failingInput } = under;
      if (!failingInput) return;
      const { requestId } = await backend.submit(modelId, failingInput, {});
      const status = await untilFinal(under, requestId);
      const result = await backend.getResult(requestId, {});
      for (const { state, error } of [status, result]) {
        hold(state === "failed" && EaselError.is(error), "a failed record carries an EaselError.");
        hold(error.charged === "no", "a failed run is not charged.");
      }
    },
  ],
  [
    "a job that the service does not know, and an id that can't be one, are job_not_found",
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
    "a submit whose answer is lost may be charged, says so, and is not sent again",
    async ({ backend, modelId, input, runs, breakNext }) => {
      if (!breakNext) return;
      breakNext("submit", "lost");
      const words = "a lost answer to a submit is an error that may have been charged.";
      const error = await errorOf(backend.submit(modelId, input, {}), words);
      hold(error.charged === "unknown" && error.retry === "unsafe", words);
      hold(runs() === 1, "a submit whose answer was lost is not sent again.");
    },
  ],
  [
    "a look that goes wrong does not lose the job",
    async ({ backend, modelId, input, breakNext }) => {
      if (!breakNext) return;
      const { requestId } = await backend.submit(modelId, input, {});
      breakNext("status", "lost");
      const error = await errorOf(backend.getStatus(requestId, {}), "a lost status rejects.");
      hold(error.retry === "safe", "a lost status can be asked for again.");
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
