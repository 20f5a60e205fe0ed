import { EaselError, isFinalState, type JobState } from "../protocol/index.ts";
import { namesOtherJob, otherJob } from "../protocol/wire.ts";
import type { Backend, CallOptions, JobRecord } from "./backend.ts";
import { endsWithin } from "./endsWithin.ts";

/** Milliseconds. A backend ends its calls earlier than this; a read ends before the lease of `askAlone`. */
const submitMs = 65_000;
const readMs = 18_000;
const uploadMs = 65_000;

const isState = (state: unknown): state is JobState =>
  state === "queued" || state === "processing" || isFinalState(state as JobState);

/** Errors of a job are shown to its user, so they are short. */
const maxErrorLength = 500;

function shortError(error: EaselError): EaselError {
  if (error.message.length <= maxErrorLength) return error;
  const { code, status, charged, retry, retryAt, requestId, cause } = error;
  const message = `${error.message.slice(0, maxErrorLength)}…`;
  return new EaselError(code, { message, status, charged, retry, retryAt, requestId, cause });
}

/** Returns a backend's record when it is about the job that was asked for. */
function checkRecord(given: JobRecord | undefined, requestId: string): JobRecord {
  if (given?.requestId !== requestId || namesOtherJob(given.body ?? {}, requestId)) {
    throw otherJob(requestId);
  }
  const { error, ...record } = given;
  if (!isState(record.state)) throw new EaselError("bad_answer", { requestId });
  return EaselError.is(error) ? { ...record, error: shortError(error) } : record;
}

/**
 * Returns the backend with what the handler relies on made sure: every call ends in its time, also where the backend ignores
 * its signal, and no answer is about another job.
 */
export function guardBackend(backend: Backend): Backend {
  const read = <T>(
    { signal }: CallOptions,
    call: (options: CallOptions) => Promise<T>,
    ms = readMs,
  ): Promise<T> => {
    const errorFor = (reason: "late" | "aborted"): EaselError =>
      new EaselError(reason === "late" ? "upstream_unavailable" : "aborted");
    return endsWithin({ ms, signal, errorFor }, (stop) => call({ signal: stop }));
  };
  const getCredits = backend.getCredits?.bind(backend);
  const uploadImage = backend.uploadImage?.bind(backend);
  const fetchAsset = backend.fetchAsset?.bind(backend);
  const missingConfig = backend.missingConfig?.bind(backend);

  return {
    get assetOrigins() {
      return backend.assetOrigins ?? [];
    },
    async submit(modelId, input) {
      const errorFor = (): EaselError => new EaselError("submit_unknown");
      // No signal: a submit that has begun must come to its end.
      const job = await endsWithin({ ms: submitMs, errorFor }, () =>
        backend.submit(modelId, input, {}),
      );
      const requestId: unknown = job?.requestId;
      if (typeof requestId !== "string") throw new EaselError("submit_unreadable");
      return { requestId, state: isState(job.state) ? job.state : "queued" };
    },
    async getStatus(requestId, options) {
      const record = await read(options, (call) => backend.getStatus(requestId, call));
      return checkRecord(record, requestId);
    },
    async getResult(requestId, options) {
      const record = await read(options, (call) => backend.getResult(requestId, call));
      return checkRecord(record, requestId);
    },
    ...(getCredits ? { getCredits: (options) => read(options, getCredits) } : {}),
    ...(uploadImage
      ? {
          uploadImage: (image, options) =>
            read(options, (call) => uploadImage(image, call), uploadMs),
        }
      : {}),
    ...(missingConfig ? { missingConfig } : {}),
    ...(fetchAsset ? { fetchAsset } : {}),
  };
}
