import { EaselError } from "../../protocol/EaselError.ts";
import type { SubmittedJob } from "../../protocol/wire.ts";
import { withTimeout } from "../timing/withTimeout.ts";
import type { Backend, CallOptions } from "./backend.ts";
import { isJobState, readRecord } from "./readRecord.ts";

/** Timeouts for backend calls. They exceed those of `segmind`. `readMs` is below the lease in `createCachedLoad`. */
const submitMs = 65_000;
const readMs = 18_000;
const uploadMs = 65_000;

export type GuardedBackend = ReturnType<typeof guardBackend>;

function read<T>(
  { signal }: CallOptions,
  call: (options: CallOptions) => Promise<T>,
  ms = readMs,
): Promise<T> {
  const errorFor = (reason: "late" | "aborted"): EaselError =>
    new EaselError(reason === "late" ? "upstream_unavailable" : "aborted");
  return withTimeout({ ms, signal, errorFor }, (stop) => call({ signal: stop }));
}

export function guardBackend(backend: Backend) {
  const readJob =
    (name: "getStatus" | "getResult") => async (requestId: string, options: CallOptions) =>
      readRecord(await read(options, (call) => backend[name](requestId, call)), requestId);
  const getCredits = backend.getCredits?.bind(backend);
  const uploadImage = backend.uploadImage?.bind(backend);
  const cancel = backend.cancel?.bind(backend);

  return {
    get assetOrigins() {
      return backend.assetOrigins ?? [];
    },
    async submit(modelId: string, input: Readonly<Record<string, unknown>>): Promise<SubmittedJob> {
      const errorFor = (): EaselError => new EaselError("submit_unknown");
      const job = await withTimeout({ ms: submitMs, errorFor }, () =>
        backend.submit(modelId, input, {}),
      );
      const requestId: unknown = job?.requestId;
      if (typeof requestId !== "string") throw new EaselError("submit_unreadable");
      return { requestId, state: isJobState(job.state) ? job.state : "queued" };
    },
    getStatus: readJob("getStatus"),
    getResult: readJob("getResult"),
    cancel:
      cancel &&
      ((requestId: string, options: CallOptions) =>
        read(options, (call) => cancel(requestId, call))),
    getCredits: getCredits && ((options: CallOptions) => read(options, getCredits)),
    uploadImage:
      uploadImage &&
      ((image: Blob, options: CallOptions) =>
        read(options, (call) => uploadImage(image, call), uploadMs)),
    readsInput: (url: string) => backend.readsInput?.(url),
    missingConfig: () => backend.missingConfig?.(),
    fetchAsset: async (request: Request) => (await backend.fetchAsset?.(request)) ?? fetch(request),
  };
}
